/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import com.noragentia.helios.protocol.task.Language;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program's entry: reads the command line. What its help says stands in the bundles {@code usage} beside this class. */
@Command(
        name = OrchestratorMain.NAME,
        mixinStandardHelpOptions = true,
        subcommands = {RunCommand.class, CodeCommand.class, LedgerCommand.class, ModelsCommand.class},
        synopsisSubcommandLabel = "(run | code | ledger | models)")
public final class OrchestratorMain {

    static final String NAME = "helios-orchestrator";
    static final int OK = 0;
    static final int CANNOT_START = 1;
    static final int WRONG_SETTING = 2;
    static final int LEDGER_BROKEN = 3;

    private static final String USAGE = "com.noragentia.helios.orchestrator.ops.usage";
    private static final List<String> OWN_OPTIONS = List.of("-h", "--help", "-V", "--version");

    private OrchestratorMain() {}

    public static void main(String[] arguments) {
        System.exit(execute(commandLine(Language.of(Locale.getDefault())), List.of(arguments)));
    }

    static CommandLine commandLine(Language language) {
        ResourceBundle usage = ResourceBundle.getBundle(
                USAGE,
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT));
        return new CommandLine(new OrchestratorMain())
                .setResourceBundle(usage)
                .setExecutionExceptionHandler((problem, command, _) -> explain(problem, command));
    }

    private static int explain(Exception problem, CommandLine command) {
        // The message of such a failure is a path alone; its name says what became of the file.
        String kind =
                problem instanceof FileSystemException ? problem.getClass().getSimpleName() + ": " : "";
        command.getErr().println(NAME + ": " + kind + problem.getMessage());
        return problem instanceof ConfigurationMistake ? WRONG_SETTING : CANNOT_START;
    }

    static int execute(CommandLine program, List<String> arguments) {
        return program.execute(withDefault(arguments).toArray(String[]::new));
    }

    /** Without the name of a command, it runs. */
    static List<String> withDefault(List<String> arguments) {
        boolean isNamed = !arguments.isEmpty()
                && (OWN_OPTIONS.contains(arguments.getFirst())
                        || !arguments.getFirst().startsWith("-"));
        return isNamed
                ? arguments
                : Stream.concat(Stream.of("run"), arguments.stream()).toList();
    }
}
