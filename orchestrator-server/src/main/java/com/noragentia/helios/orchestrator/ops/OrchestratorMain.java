/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program's entry: reads the command line. */
@Command(
        name = "helios-orchestrator",
        mixinStandardHelpOptions = true,
        description = "The network's brain: knows who is online and hands out the work.",
        subcommands = {RunCommand.class, CodeCommand.class},
        synopsisSubcommandLabel = "(run | code)",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:stopped as asked, or printed what was asked for",
            "1:could not start: the data folder, the database or the port cannot be used",
            "2:an option or a setting is wrong"
        })
public final class OrchestratorMain implements Runnable {

    static final int OK = 0;
    static final int CANNOT_START = 1;
    static final int WRONG_SETTING = 2;

    /** Set by picocli. */
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new OrchestratorMain())
                .setExecutionExceptionHandler((problem, command, _) -> explain(problem, command));
    }

    private static int explain(Exception problem, CommandLine command) {
        command.getErr().println("helios-orchestrator: " + problem.getMessage());
        return problem instanceof ConfigurationMistake ? WRONG_SETTING : CANNOT_START;
    }

    /** Without a command there is nothing to do but to say which there are. */
    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "say what to do: run or code");
    }
}
