/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import com.noragentia.helios.installation.DataFolder;
import com.noragentia.helios.protocol.task.Language;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code helios}: the command line of the desktop program. The front door adds the commands of the other programs. */
@Command(name = "helios", mixinStandardHelpOptions = true, versionProvider = BuildVersion.class)
public final class HeliosMain implements Callable<Integer> {

    private final Terminal terminal;
    private final Answers answers;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    @Option(names = "--language", paramLabel = "en|es", scope = ScopeType.INHERIT)
    private @Nullable Language language;

    @Option(names = "--data", paramLabel = "DIR", scope = ScopeType.INHERIT)
    private @Nullable Path data;

    HeliosMain(Terminal terminal, Answers answers) {
        this.terminal = terminal;
        this.answers = answers;
    }

    public static void main(String[] arguments) {
        System.exit(run(Terminal.ofThisProcess(), Optional.of(new DesktopWindow()), List.of(arguments)));
    }

    /**
     * Runs one command line.
     *
     * @param window opens the chat window, where one is installed
     * @return the exit code
     */
    static int run(Terminal terminal, Optional<WindowLauncher> window, List<String> arguments) {
        return run(terminal, new TypedAnswers(terminal, System.in), window, arguments);
    }

    /** As above, with answers from wherever they come. */
    static int run(Terminal terminal, Answers answers, Optional<WindowLauncher> window, List<String> arguments) {
        return HeliosCommandLine.of(new HeliosMain(terminal, answers), terminal, window, arguments)
                .execute(arguments.toArray(String[]::new));
    }

    /** Without a command there is nothing to do but to say which there are. */
    @Override
    public Integer call() {
        spec.commandLine().usage(terminal.out());
        return ExitCode.WRONG_USAGE.number();
    }

    Answers answers() {
        return answers;
    }

    Surroundings surroundings() {
        Language spoken = language == null ? Language.of(Locale.getDefault()) : language;
        return Surroundings.of(terminal, spoken, DataFolder.locate(Optional.ofNullable(data)));
    }
}
