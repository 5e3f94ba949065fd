/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.api;

/** Every limit that input meets, once, with the problem a member is told when it is passed. */
public enum Limit {
    QUESTION_CHARACTERS(20_000, ProblemCode.QUESTION_TOO_LONG),
    ATTACHMENT_BYTES(25L * 1024 * 1024, ProblemCode.ATTACHMENT_TOO_LARGE),
    ATTACHMENTS_PER_JOB(5, ProblemCode.TOO_MANY_ATTACHMENTS),
    FILE_NAME_CHARACTERS(255, ProblemCode.REQUEST_INVALID),
    HISTORY_TURNS(64, ProblemCode.REQUEST_INVALID),
    EMBEDDING_TEXTS(256, ProblemCode.REQUEST_INVALID),
    REQUEST_BYTES(1024 * 1024, ProblemCode.REQUEST_TOO_LARGE),
    WORKER_MESSAGE_BYTES(2 * 1024 * 1024, ProblemCode.REQUEST_TOO_LARGE),
    /** A stored event: an answer as a worker may send it, and what the orchestrator adds. */
    EVENT_BYTES(4 * 1024 * 1024, ProblemCode.REQUEST_TOO_LARGE),
    GREETING_BYTES(16 * 1024, ProblemCode.REQUEST_TOO_LARGE),
    /** Of the ledger, in one reply. */
    LEDGER_ENTRIES(1_024, ProblemCode.REQUEST_INVALID),
    JSON_DEPTH(32, ProblemCode.REQUEST_INVALID),
    JOBS_IN_FLIGHT_PER_MEMBER(8, ProblemCode.TOO_MANY_JOBS),
    QUEUED_TASKS_PER_EXPERT(100_000, ProblemCode.QUEUE_FULL),
    CONVERSATION_CHARACTERS(64, ProblemCode.REQUEST_INVALID),
    MODEL_CHARACTERS(64, ProblemCode.REQUEST_INVALID),
    STOP_STRINGS(4, ProblemCode.OPTION_OUT_OF_RANGE),
    STOP_CHARACTERS(64, ProblemCode.OPTION_OUT_OF_RANGE),
    SYSTEM_CHARACTERS(8_000, ProblemCode.OPTION_OUT_OF_RANGE),
    /** Of language models, at one worker; one that offers more is asked for so many. */
    ANSWERS_AT_ONCE(8, ProblemCode.INTERNAL),
    /** That one piece of an answer is made of; a worker that sends more is broken. */
    PIECE_TOKENS(256, ProblemCode.INTERNAL),
    /** Of an answer that another worker goes on with; a longer one is written anew. */
    CONTINUED_TOKENS(8_192, ProblemCode.INTERNAL),
    /** Likewise: with question and conversation it must fit one message, whatever the first worker sent. */
    CONTINUED_CHARACTERS(100_000, ProblemCode.INTERNAL),
    PARTS_PER_JOB(16, ProblemCode.TOO_MANY_ATTACHMENTS),
    /** What all parts of a job came to, as JSON: together they fit one message to a worker, and one stored event. */
    PARTS_BYTES(1536 * 1024, ProblemCode.ANSWER_TOO_LONG),
    ATTEMPTS_PER_TASK(3, ProblemCode.WORKERS_FAILED),
    /** Text that was taken out of a document: what 400,000 characters may come to at most, be each a paragraph of its own. */
    HELIOS_TEXT_BYTES(4L * 1024 * 1024, ProblemCode.DOCUMENT_TOO_LONG),
    PDF_PAGES(200, ProblemCode.DOCUMENT_TOO_LONG),
    DOCUMENT_CHARACTERS(400_000, ProblemCode.DOCUMENT_TOO_LONG),
    PDF_OPERATORS(2_000_000, ProblemCode.DOCUMENT_TOO_COMPLEX),
    /** Drawings inside of drawings that a document shows, each as often as it is shown. */
    PDF_FORMS(20_000, ProblemCode.DOCUMENT_TOO_COMPLEX),
    /** Of one picture in a page that is drawn because its text stands in pictures: A4 scanned at 600 dots an inch has 35 million. */
    PDF_PICTURE_PIXELS(40_000_000, ProblemCode.DOCUMENT_TOO_COMPLEX),
    DOCX_ENTRY_BYTES(64L * 1024 * 1024, ProblemCode.DOCUMENT_TOO_COMPLEX),
    DOCX_ENTRIES(500, ProblemCode.DOCUMENT_TOO_COMPLEX),
    IMAGE_SIDE_PIXELS(8_192, ProblemCode.IMAGE_TOO_LARGE),
    IMAGE_PIXELS(25_000_000, ProblemCode.IMAGE_TOO_LARGE),
    AUDIO_SECONDS(1_800, ProblemCode.RECORDING_TOO_LONG),
    EXTRACTION_SECONDS(20, ProblemCode.DOCUMENT_TOO_COMPLEX),
    /** Of a device's name, or the label of a token. */
    LABEL_CHARACTERS(100, ProblemCode.REQUEST_INVALID),
    /** Without revoked ones. */
    DEVICES_PER_MEMBER(64, ProblemCode.ACCOUNT_FULL),
    API_TOKENS_PER_MEMBER(50, ProblemCode.ACCOUNT_FULL),
    OPEN_CODES_PER_MEMBER(20, ProblemCode.ACCOUNT_FULL),
    API_TOKEN_DAYS(366, ProblemCode.REQUEST_INVALID);

    private final long value;
    private final ProblemCode problem;

    Limit(long value, ProblemCode problem) {
        this.value = value;
        this.problem = problem;
    }

    /** The largest value allowed, in the unit of the constant's name. */
    public long value() {
        return value;
    }

    /** The largest value allowed, where it fits an {@code int}; all but the byte sizes of files do. */
    public int intValue() {
        return Math.toIntExact(value);
    }

    /** What a member is told when it is passed. */
    public ProblemCode problem() {
        return problem;
    }

    public boolean isPassedBy(long actual) {
        return actual > value;
    }
}
