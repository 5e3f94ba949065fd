/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.language.Misfit;
import com.noragentia.helios.language.Phrases;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;

/** Says in the language of the command what does not fit a command line of the worker. Exit code 2. */
record UsageMistake(Phrases phrases) implements IParameterExceptionHandler {

    private static final int WRONG_USAGE = 2;

    @Override
    public int handleParseException(ParameterException e, String[] arguments) {
        String key = e instanceof MissingParameterException ? "usage.missing" : "usage.wrong";
        e.getCommandLine().getErr().println(phrases.say(key, Misfit.of(e)));
        e.getCommandLine()
                .getErr()
                .println(phrases.say(
                        "usage.help", e.getCommandLine().getCommandSpec().qualifiedName()));
        return WRONG_USAGE;
    }
}
