/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemCode;

/** What a command with {@code --json} prints when it does not do what it should. */
record ProblemReport(Told problem) {

    /**
     * What is told.
     *
     * @param code stable name; that of a newer network too
     * @param message in the language of the command
     */
    record Told(String code, String message) {}

    static ProblemReport of(ProblemCode code, String message) {
        return new ProblemReport(new Told(code.slug(), message));
    }

    static ProblemReport of(Problem problem, String message) {
        String code = problem.values()
                .getOrDefault(Problem.UNKNOWN_CODE, problem.code().slug());
        return new ProblemReport(new Told(Terminal.harmless(code), message));
    }
}
