/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import com.noragentia.helios.orchestrator.ledger.UnreadableLedger;
import com.noragentia.helios.orchestrator.store.NewerDatabase;
import com.noragentia.helios.protocol.task.Language;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
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
        return new CommandLine(new OrchestratorMain())
                .setResourceBundle(words(language))
                .setParameterExceptionHandler(new UsageComplaint())
                .setExecutionExceptionHandler((problem, command, _) -> explain(problem, command));
    }

    /** What the program says in a language. */
    static ResourceBundle words(Language language) {
        return ResourceBundle.getBundle(
                USAGE,
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT));
    }

    private static int explain(Exception problem, CommandLine command) {
        CommandVoice voice = new CommandVoice(command.getCommandSpec());
        String what = switch (problem) {
            case ConfigurationMistake mistake ->
                mistake.words(command.getCommandSpec().root().resourceBundle());
            case FileSystemException failure -> ofFile(failure, voice);
            case NewerDatabase newer -> voice.line("store.newer", newer.file(), newer.version());
            case UnreadableLedger unreadable ->
                voice.line("unreadable." + unreadable.what().name().toLowerCase(Locale.ROOT), unreadable.detail());
            default -> String.valueOf(problem.getMessage());
        };
        command.getErr().println(NAME + ": " + what);
        return problem instanceof ConfigurationMistake ? WRONG_SETTING : CANNOT_START;
    }

    /** The message of such a failure is a path alone; its class says what became of the file. */
    private static String ofFile(FileSystemException failure, CommandVoice voice) {
        String key = switch (failure) {
            case NoSuchFileException _ -> "file.missing";
            case FileAlreadyExistsException _ -> "file.exists";
            case AccessDeniedException _ -> "file.denied";
            default -> "file.failed";
        };
        return voice.line(key, String.valueOf(failure.getFile()), String.valueOf(failure.getReason()));
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
