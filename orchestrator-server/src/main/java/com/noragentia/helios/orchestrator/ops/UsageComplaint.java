/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line, and what it may be, in the language of who typed it. */
final class UsageComplaint implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        CommandVoice voice = new CommandVoice(command.getCommandSpec());
        switch (e) {
            case UnmatchedArgumentException unmatched ->
                voice.complain("usage.unknown", shown(String.join(" ", unmatched.getUnmatched())));
            case MissingParameterException missing ->
                voice.complain(
                        "usage.missing",
                        missing.getMissing().stream().map(UsageComplaint::name).collect(Collectors.joining(" ")));
            default -> voice.complain("usage.wrong", subject(e));
        }
        command.usage(command.getErr());
        return OrchestratorMain.WRONG_SETTING;
    }

    private static String name(ArgSpec argument) {
        return argument.paramLabel();
    }

    private static String subject(ParameterException e) {
        ArgSpec argument = e.getArgSpec();
        String name = argument == null ? "" : name(argument);
        String value = e.getValue();
        return value == null ? name : (name + " " + shown(value)).strip();
    }

    /** What was typed may hold characters that a terminal obeys. */
    private static String shown(String typed) {
        return typed.replaceAll("\\p{Cntrl}", "?");
    }
}
