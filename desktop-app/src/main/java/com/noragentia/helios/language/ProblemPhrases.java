/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.language;

import com.noragentia.helios.connection.RetryAfter;
import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.task.Language;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Problems in words: one sentence that says what is wrong and one that says what to do. A phrase {@code problem.<slug>} serves always;
 * {@code .file}, {@code .limit} and {@code .file.limit} add what is known, and {@code .<reason>} is for a special case. In each, {0} is
 * the file, {1} the limit, {2} a model and {3} those on offer, {4} an option from {5} to {6}, {7} a cost and {8} what one has, in credits. Where the network says when to come back, {@code .retry}
 * is said instead, with the time in {0}; where its code is not known here, {@code problem.unknown}, with its own words in {0} and the code in
 * {1}. Immutable and thread-safe.
 */
public final class ProblemPhrases {

    private static final Set<ProblemCode> LIMIT_IN_BYTES =
            EnumSet.of(ProblemCode.ATTACHMENT_TOO_LARGE, ProblemCode.REQUEST_TOO_LARGE);
    private static final int CREDIT_DECIMALS = 6;
    private static final long BYTES_PER_MEGABYTE = 1024L * 1024;

    private static final long LONGEST_IN_SECONDS = 120;

    private final Phrases phrases;

    public ProblemPhrases(Language language) {
        this.phrases = Phrases.beside(ProblemPhrases.class, "problem", language);
    }

    /** What to tell the member. */
    public String sentence(Problem problem) {
        String key = "problem." + problem.code().slug();
        String file = problem.values().getOrDefault("file", "");
        String limit = limit(problem);
        Optional<Duration> retryAfter = RetryAfter.of(problem);
        if (retryAfter.isPresent()) {
            String own = key + ".retry";
            return phrases.say(phrases.has(own) ? own : "problem.retry", wait(retryAfter.get()));
        }
        String unknown = problem.values().getOrDefault(Problem.UNKNOWN_CODE, "");
        if (!unknown.isEmpty()) {
            return unknown(unknown, problem.detail());
        }
        for (String candidate : List.of(
                key + "." + problem.values().getOrDefault("reason", ""),
                key + (file.isEmpty() ? "" : ".file") + (limit.isEmpty() ? "" : ".limit"),
                key + (file.isEmpty() ? ".limit" : ".file"))) {
            if (phrases.has(candidate)) {
                return say(candidate, file, limit, problem);
            }
        }
        return say(key, file, limit, problem);
    }

    /** What a newer network says in a code that is not known here: its own English sentence, and the code. */
    private String unknown(String code, String detail) {
        String words = ForeignText.of(detail);
        return phrases.say(
                "problem.unknown",
                words.isEmpty() ? ForeignText.of(code.replace('-', ' ')) : words,
                ForeignText.of(code));
    }

    private String say(String key, String file, String limit, Problem problem) {
        Map<String, String> values = problem.values();
        return phrases.say(
                key,
                file,
                limit,
                values.getOrDefault("model", ""),
                values.getOrDefault("offered", ""),
                values.getOrDefault("option", ""),
                values.getOrDefault("least", ""),
                values.getOrDefault("most", ""),
                credits(values.getOrDefault("cost", "")),
                credits(values.getOrDefault("have", "")));
    }

    /** Seconds while that is easy to grasp, then minutes, rounded up. */
    private String wait(Duration wait) {
        long seconds = Math.max(1, wait.toSeconds());
        return seconds <= LONGEST_IN_SECONDS
                ? phrases.say("wait.seconds", seconds)
                : phrases.say("wait.minutes", (seconds + 59) / 60);
    }

    private String credits(String amount) {
        if (!amount.matches("-?[0-9]{1,9}(\\.[0-9]{1,6})?")) {
            return amount;
        }
        NumberFormat decimals = NumberFormat.getInstance(phrases.language().locale());
        decimals.setMaximumFractionDigits(CREDIT_DECIMALS);
        return decimals.format(Double.parseDouble(amount));
    }

    private String limit(Problem problem) {
        Map<String, String> values = problem.values();
        String limit = values.getOrDefault("limit", "");
        if (limit.matches("[0-9]{1,9}\\.[0-9]{1,6}")) {
            return credits(limit);
        }
        if (!limit.matches("[0-9]{1,15}")) {
            return limit;
        }
        long number = Long.parseLong(limit);
        NumberFormat format = NumberFormat.getIntegerInstance(phrases.language().locale());
        return LIMIT_IN_BYTES.contains(problem.code())
                ? format.format(number / BYTES_PER_MEGABYTE) + " MB"
                : format.format(number);
    }
}
