/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.worker;

import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemCode;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A problem as a worker told it, made anew from what a worker may say: it is a stranger's, and goes to a member under our name. */
final class ReportedProblem {

    static final int VALUE_CHARACTERS = 300;
    static final int DETAIL_CHARACTERS = 200;

    private static final Set<String> VALUES = Set.of("file", "limit", "type", "expert", "option");
    /** A reason chooses the words that a member reads: only those that speak of what a worker finds out. */
    private static final Set<String> REASONS = Set.of("for-model", "text", "recording", "no-pages");

    private static final String REASON = "reason";

    /** What can be wrong with a question or its files, and what can fail at the worker itself. */
    private static final Set<ProblemCode> CODES = EnumSet.of(
            ProblemCode.REQUEST_INVALID,
            ProblemCode.QUESTION_EMPTY,
            ProblemCode.QUESTION_TOO_LONG,
            ProblemCode.OPTION_OUT_OF_RANGE,
            ProblemCode.ATTACHMENT_TOO_LARGE,
            ProblemCode.ATTACHMENT_EMPTY,
            ProblemCode.ATTACHMENT_MISSING,
            ProblemCode.FILE_TYPE_UNSUPPORTED,
            ProblemCode.FILE_TYPE_MISMATCH,
            ProblemCode.FILE_UNREADABLE,
            ProblemCode.DOCUMENT_ENCRYPTED,
            ProblemCode.DOCUMENT_EMPTY,
            ProblemCode.DOCUMENT_TOO_LONG,
            ProblemCode.DOCUMENT_TOO_COMPLEX,
            ProblemCode.IMAGE_TOO_LARGE,
            ProblemCode.RECORDING_TOO_LONG,
            ProblemCode.MODEL_MISSING,
            ProblemCode.INTERNAL);

    private ReportedProblem() {}

    static Problem rebuilt(Problem told) {
        ProblemCode code = CODES.contains(told.code()) ? told.code() : ProblemCode.INTERNAL;
        Map<String, String> values = new TreeMap<>();
        for (String key : VALUES) {
            String value = told.values().get(key);
            if (value != null) {
                values.put(key, printable(value, VALUE_CHARACTERS));
            }
        }
        String reason = told.values().getOrDefault(REASON, "");
        if (REASONS.contains(reason)) {
            values.put(REASON, reason);
        }
        return new Problem(code, printable(told.detail(), DETAIL_CHARACTERS), values);
    }

    private static String printable(String text, int characters) {
        String start = text.substring(0, Math.min(text.length(), characters));
        return start.replaceAll("\\p{Cc}", " ");
    }
}
