/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import com.noragentia.helios.protocol.api.ProblemCode;

/** What a command with {@code --json} prints when it does not do what it should. */
record ProblemReport(Told problem) {

    /** {@code message} is in the language of the command. */
    record Told(ProblemCode code, String message) {}

    static ProblemReport of(ProblemCode code, String message) {
        return new ProblemReport(new Told(code, message));
    }
}
