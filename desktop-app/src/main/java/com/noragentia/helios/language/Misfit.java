/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.language;

import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What of a command line does not fit, to be named in a complaint: the words that were typed, or the name of what is missing. */
public final class Misfit {

    private Misfit() {}

    /** Fit to stand inside a sentence on a terminal, whatever was typed. */
    public static String of(ParameterException e) {
        return ForeignText.of(words(e));
    }

    private static String words(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            return String.join(" ", unmatched.getUnmatched());
        }
        if (e instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            return missing.getMissing().getFirst().paramLabel();
        }
        String value = e.getValue();
        if (value != null) {
            return value;
        }
        return e.getArgSpec() == null ? "" : e.getArgSpec().paramLabel();
    }
}
