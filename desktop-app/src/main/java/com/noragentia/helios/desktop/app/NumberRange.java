/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import com.noragentia.helios.protocol.api.Limit;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A whole number of a command line that has limits, which whoever passes them is told. Immutable. */
abstract class NumberRange implements ITypeConverter<Integer> {

    private final int least;
    private final int most;

    private NumberRange(int least, int most) {
        this.least = least;
        this.most = most;
    }

    /** How many days a token is good. */
    static final class Days extends NumberRange {
        Days() {
            super(1, Limit.API_TOKEN_DAYS.intValue());
        }
    }

    /** A port of TCP. */
    static final class Port extends NumberRange {
        Port() {
            super(1, 65_535);
        }
    }

    int least() {
        return least;
    }

    int most() {
        return most;
    }

    @Override
    public Integer convert(String typed) {
        try {
            int number = Integer.parseInt(typed.strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new TypeConversionException("no whole number");
        }
        throw new TypeConversionException("out of range");
    }
}
