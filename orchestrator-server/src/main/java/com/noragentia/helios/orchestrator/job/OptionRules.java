/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.task.ChatOption;
import com.noragentia.helios.protocol.task.ChatOptions;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the options of how a language model writes must be like. Pure. */
final class OptionRules {

    private OptionRules() {}

    static void check(@Nullable ChatOptions options) {
        if (options == null) {
            return;
        }
        for (ChatOption option : ChatOption.values()) {
            if (!option.isFine(options)) {
                throw outOfRange(option);
            }
        }
        List<String> stop = options.stop() == null ? List.of() : options.stop();
        requireAtMost(Limit.STOP_STRINGS, stop.size(), "stop");
        for (String text : stop) {
            requireAtMost(Limit.STOP_CHARACTERS, text.length(), "stop");
            if (text.isEmpty()) {
                throw new ProblemException(ProblemCode.REQUEST_INVALID, "a stop text has at least one character");
            }
        }
        requireAtMost(
                Limit.SYSTEM_CHARACTERS,
                options.system() == null ? 0 : options.system().length(),
                "system");
    }

    private static ProblemException outOfRange(ChatOption option) {
        return new ProblemException(
                ProblemCode.OPTION_OUT_OF_RANGE,
                "the option " + option.field() + " is out of its range",
                Map.of(
                        "reason", "number",
                        "option", option.field(),
                        "least", number(option.least()),
                        "most", number(option.most())));
    }

    private static void requireAtMost(Limit limit, int actual, String option) {
        if (limit.isPassedBy(actual)) {
            throw new ProblemException(
                    limit.problem(),
                    "the option " + option + " is over its limit",
                    Map.of("reason", "text", "option", option, "limit", Long.toString(limit.value())));
        }
    }

    private static String number(double value) {
        return new DecimalFormat("0.###", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
    }
}
