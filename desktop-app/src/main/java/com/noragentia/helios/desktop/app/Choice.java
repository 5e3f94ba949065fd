/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Finds what somebody means by a name, an id, or the beginning of an id. */
final class Choice {

    private static final int LEAST_DIGITS = 4;

    private Choice() {}

    /**
     * The one thing that is meant.
     *
     * @throws ProblemException NOT_FOUND, reason {@code no-such-entry} or {@code several-entries}
     */
    static <T> T of(List<T> all, String asTyped, Function<T, String> id, Function<T, String> name) {
        String typed = asTyped.strip();
        List<T> exact = all.stream().filter(one -> id.apply(one).equals(typed)).toList();
        if (!exact.isEmpty()) {
            return exact.getFirst();
        }
        List<T> meant = all.stream()
                .filter(one -> name.apply(one).equalsIgnoreCase(typed)
                        || (typed.length() >= LEAST_DIGITS && id.apply(one).startsWith(typed.toLowerCase(Locale.ROOT))))
                .toList();
        if (meant.size() != 1) {
            throw new ProblemException(
                    ProblemCode.NOT_FOUND,
                    "nothing or more than one thing is meant",
                    Map.of("reason", meant.isEmpty() ? "no-such-entry" : "several-entries"));
        }
        return meant.getFirst();
    }
}
