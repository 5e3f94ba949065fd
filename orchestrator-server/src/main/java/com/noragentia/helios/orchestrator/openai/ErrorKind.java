/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.openai;

import com.noragentia.helios.protocol.api.ProblemCode;
import java.util.Locale;

/**
 * How a problem is told to a client of OpenAI's.
 *
 * @param status of HTTP
 * @param type OpenAI's word for the kind
 * @param code the problem's name: OpenAI's where it has one, else ours with underscores
 * @param isWorthRetrying whether the same request may go better in a moment; clients repeat by themselves unless they are told not to
 */
record ErrorKind(int status, String type, String code, boolean isWorthRetrying) {

    private static final String INVALID = "invalid_request_error";
    private static final String QUOTA = "insufficient_quota";
    private static final String RATE = "rate_limit_error";
    private static final String SERVER = "server_error";

    /** The one table. */
    static ErrorKind of(ProblemCode code) {
        return switch (code) {
            case UNAUTHENTICATED -> new ErrorKind(401, INVALID, "invalid_api_key", false);
            case FORBIDDEN -> new ErrorKind(403, INVALID, "insufficient_permissions", false);
            case CONTRIBUTION_REQUIRED, REPUTATION_LOST, CREDITS_SPENT, QUESTION_TOO_DEAR -> ended(403, QUOTA, code);
            case RATE_LIMITED -> new ErrorKind(429, RATE, "rate_limit_exceeded", true);
            case TOO_MANY_JOBS, CREDITS_KEPT_BACK -> retried(429, RATE, code);
            case DAILY_LIMIT_REACHED -> ended(429, QUOTA, code);
            case MODEL_UNKNOWN -> new ErrorKind(404, INVALID, "model_not_found", false);
            case QUESTION_TOO_LONG -> new ErrorKind(400, INVALID, "context_length_exceeded", false);
            case NOT_FOUND, FILE_NOT_FOUND, JOB_NOT_FOUND -> ended(404, INVALID, code);
            case METHOD_NOT_ALLOWED -> ended(405, INVALID, code);
            case REQUEST_TOO_LARGE, ATTACHMENT_TOO_LARGE -> ended(413, INVALID, code);
            case REQUEST_INVALID,
                    QUESTION_EMPTY,
                    ATTACHMENT_EMPTY,
                    ATTACHMENT_MISSING,
                    TOO_MANY_ATTACHMENTS,
                    FILE_TYPE_UNSUPPORTED,
                    FILE_TYPE_MISMATCH,
                    FILE_UNREADABLE,
                    DOCUMENT_ENCRYPTED,
                    DOCUMENT_EMPTY,
                    DOCUMENT_TOO_LONG,
                    DOCUMENT_TOO_COMPLEX,
                    IMAGE_TOO_LARGE,
                    RECORDING_TOO_LONG,
                    ANSWER_TOO_LONG,
                    OPTION_OUT_OF_RANGE -> ended(400, INVALID, code);
            case OVERLOADED, QUEUE_FULL, SHUTTING_DOWN -> retried(503, SERVER, code);
            case MODEL_MISSING, MEMORY_LACKING, NO_WORKER, NETWORK_UNREACHABLE, JOB_EXPIRED -> ended(503, SERVER, code);
            case WORKERS_FAILED, JOB_POISONOUS -> ended(502, SERVER, code);
            case JOB_CANCELLED -> ended(409, INVALID, code);
            // Of the account, which nobody manages here.
            case ENROLMENT_CODE_INVALID,
                    PROOF_INVALID,
                    ENROLMENT_CLOSED,
                    PUZZLE_UNSOLVED,
                    DEVICE_REVOKED,
                    LAST_DEVICE,
                    ACCOUNT_FULL -> ended(code.status(), INVALID, code);
            case INTERNAL -> ended(500, SERVER, code);
        };
    }

    private static ErrorKind retried(int status, String type, ProblemCode code) {
        return new ErrorKind(status, type, named(code), true);
    }

    private static ErrorKind ended(int status, String type, ProblemCode code) {
        return new ErrorKind(status, type, named(code), false);
    }

    private static String named(ProblemCode code) {
        return code.name().toLowerCase(Locale.ROOT);
    }
}
