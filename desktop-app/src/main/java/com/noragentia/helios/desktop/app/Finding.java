/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

/** What the doctor found out about one thing. */
sealed interface Finding {

    /** All is well; {@code text} says how well. */
    record Good(String text) implements Finding {}

    /** Something is not there that Helios can do without; {@code advice} says what it would be good for. */
    record Optional(String text, String advice) implements Finding {}

    /** Something is missing; {@code advice} says what to do. */
    record Missing(String text, String advice) implements Finding {}
}
