/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemCode;

/** How a command ends, for scripts; the help text lists the same. */
enum ExitCode {
    OK(0),
    REQUEST_PROBLEM(1),
    WRONG_USAGE(2),
    NOT_ANSWERED(3),
    INTERNAL(4),
    /** Taken back, or not confirmed; as a shell counts a program ended by Ctrl-C. */
    CANCELLED(130);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    /** A code that is not known here is a newer network's, and so no fault inside this Helios. */
    static ExitCode of(Problem problem) {
        return problem.values().containsKey(Problem.UNKNOWN_CODE) ? REQUEST_PROBLEM : of(problem.code());
    }

    static ExitCode of(ProblemCode code) {
        return switch (code) {
            case NETWORK_UNREACHABLE,
                    NO_WORKER,
                    MODEL_MISSING,
                    MEMORY_LACKING,
                    WORKERS_FAILED,
                    JOB_POISONOUS,
                    JOB_EXPIRED,
                    QUEUE_FULL,
                    OVERLOADED,
                    SHUTTING_DOWN -> NOT_ANSWERED;
            case JOB_CANCELLED -> CANCELLED;
            case INTERNAL -> INTERNAL;
            case REQUEST_INVALID,
                    MODEL_UNKNOWN,
                    OPTION_OUT_OF_RANGE,
                    REQUEST_TOO_LARGE,
                    QUESTION_EMPTY,
                    QUESTION_TOO_LONG,
                    ATTACHMENT_TOO_LARGE,
                    ATTACHMENT_EMPTY,
                    ATTACHMENT_MISSING,
                    TOO_MANY_ATTACHMENTS,
                    FILE_TYPE_UNSUPPORTED,
                    FILE_TYPE_MISMATCH,
                    FILE_NOT_FOUND,
                    FILE_UNREADABLE,
                    DOCUMENT_ENCRYPTED,
                    DOCUMENT_EMPTY,
                    DOCUMENT_TOO_LONG,
                    DOCUMENT_TOO_COMPLEX,
                    IMAGE_TOO_LARGE,
                    RECORDING_TOO_LONG,
                    ANSWER_TOO_LONG,
                    JOB_NOT_FOUND,
                    TOO_MANY_JOBS,
                    RATE_LIMITED,
                    CONTRIBUTION_REQUIRED,
                    REPUTATION_LOST,
                    CREDITS_SPENT,
                    QUESTION_TOO_DEAR,
                    CREDITS_KEPT_BACK,
                    DAILY_LIMIT_REACHED,
                    UNAUTHENTICATED,
                    FORBIDDEN,
                    ENROLMENT_CODE_INVALID,
                    PROOF_INVALID,
                    ENROLMENT_CLOSED,
                    PUZZLE_UNSOLVED,
                    DEVICE_REVOKED,
                    LAST_DEVICE,
                    ACCOUNT_FULL,
                    NOT_FOUND,
                    METHOD_NOT_ALLOWED -> REQUEST_PROBLEM;
        };
    }
}
