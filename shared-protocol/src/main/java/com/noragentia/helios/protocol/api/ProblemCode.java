/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/**
 * Everything that can go wrong in a way a caller may act on. The slug is part of the API: it never changes its meaning. The words
 * that people read live in the client's resource bundles under {@code problem.<slug>}.
 */
public enum ProblemCode {
    REQUEST_INVALID(400),
    REQUEST_TOO_LARGE(413),
    QUESTION_EMPTY(422),
    QUESTION_TOO_LONG(422),
    ATTACHMENT_TOO_LARGE(413),
    ATTACHMENT_EMPTY(422),
    ATTACHMENT_MISSING(422),
    TOO_MANY_ATTACHMENTS(422),
    FILE_TYPE_UNSUPPORTED(415),
    FILE_TYPE_MISMATCH(415),
    FILE_NOT_FOUND(404),
    FILE_UNREADABLE(422),
    DOCUMENT_ENCRYPTED(422),
    DOCUMENT_EMPTY(422),
    DOCUMENT_TOO_LONG(422),
    DOCUMENT_TOO_COMPLEX(422),
    IMAGE_TOO_LARGE(422),
    RECORDING_TOO_LONG(422),
    /** What was found in the files of a job is too much to be put together. */
    ANSWER_TOO_LONG(422),
    MODEL_MISSING(503),
    /** No model of this name answers such questions; the problem lists those that do. */
    MODEL_UNKNOWN(422),
    /** An option of how to write is not in its range; the problem names it and the range. */
    OPTION_OUT_OF_RANGE(422),
    /** A model does not fit into the memory that a computer gives, or not beside those in use. */
    MEMORY_LACKING(503),
    NO_WORKER(503),
    WORKERS_FAILED(502),
    /** The job made the workers of two owners crash; nobody else is asked to try. */
    JOB_POISONOUS(502),
    JOB_NOT_FOUND(404),
    JOB_EXPIRED(410),
    JOB_CANCELLED(409),
    TOO_MANY_JOBS(429),
    RATE_LIMITED(429),
    /** So many jobs wait already that this one would expire. */
    QUEUE_FULL(503),
    /** The member has never contributed, and no computer of its own is there to answer. */
    CONTRIBUTION_REQUIRED(403),
    /** A device of the member has failed checks lately. */
    REPUTATION_LOST(403),
    /** The member owes as much as it may. */
    CREDITS_SPENT(403),
    /** The question costs more than the member has and may owe; the problem tells cost, what the member has, and how far below zero it may go. */
    QUESTION_TOO_DEAR(403),
    /** The member's credits would do, were they not kept back for jobs under way. */
    CREDITS_KEPT_BACK(429),
    /** As many questions today as the member's standing allows. */
    DAILY_LIMIT_REACHED(429),
    /** The orchestrator has more to do than it can; it says when to come back. */
    OVERLOADED(503),
    UNAUTHENTICATED(401),
    FORBIDDEN(403),
    ENROLMENT_CODE_INVALID(403),
    PROOF_INVALID(403),
    /** The network takes newcomers by code only. */
    ENROLMENT_CLOSED(403),
    /** The enrolment's puzzle is old or not solved: fetch the terms anew. */
    PUZZLE_UNSOLVED(403),
    /** The device's key was revoked; it is never taken again. */
    DEVICE_REVOKED(403),
    /** Without this device, and without a recovery key, nobody could reach the account any more. */
    LAST_DEVICE(409),
    /** The account has as many devices, tokens or codes as it may. */
    ACCOUNT_FULL(409),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    SHUTTING_DOWN(503),
    NETWORK_UNREACHABLE(503),
    INTERNAL(500);

    private final int status;

    ProblemCode(int status) {
        this.status = status;
    }

    /** The HTTP status that carries this problem. */
    public int status() {
        return status;
    }

    /** The stable name on the wire: lower case, words joined by hyphens. */
    @JsonValue
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The code of a slug; {@link #INTERNAL} for one that a newer peer invented. */
    @JsonCreator
    public static ProblemCode ofSlug(String slug) {
        return Arrays.stream(values())
                .filter(code -> code.slug().equals(slug))
                .findFirst()
                .orElse(INTERNAL);
    }
}
