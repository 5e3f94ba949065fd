/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.bench;

import java.util.Locale;

/** What a figure should be. */
public sealed interface Aim {

    /** Nothing is asked of it. */
    Aim NONE = new None();

    String judge(double value);

    boolean isMissed(double value);

    static Aim atLeast(double limit) {
        return new AtLeast(limit);
    }

    static Aim under(double limit) {
        return new Under(limit);
    }

    record None() implements Aim {
        @Override
        public String judge(double value) {
            return "";
        }

        @Override
        public boolean isMissed(double value) {
            return false;
        }
    }

    record AtLeast(double limit) implements Aim {
        @Override
        public String judge(double value) {
            return String.format(Locale.ROOT, "aim >= %s: %s", plain(limit), isMissed(value) ? "MISSED" : "reached");
        }

        @Override
        public boolean isMissed(double value) {
            return !(value >= limit);
        }
    }

    record Under(double limit) implements Aim {
        @Override
        public String judge(double value) {
            return String.format(Locale.ROOT, "aim < %s: %s", plain(limit), isMissed(value) ? "MISSED" : "reached");
        }

        @Override
        public boolean isMissed(double value) {
            return !(value < limit);
        }
    }

    private static String plain(double limit) {
        return limit == Math.rint(limit) ? Long.toString((long) limit) : Double.toString(limit);
    }
}
