/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.installation.DataFolder;
import com.noragentia.helios.language.ModelPhrases;
import com.noragentia.helios.language.Phrases;
import com.noragentia.helios.language.ProblemPhrases;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.worker.expert.ModelFailure;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code helios worker}: the worker's own process. Exit codes: 0 ended as asked, 1 it cannot work, 2 wrong usage. */
@Command(
        name = "helios worker",
        mixinStandardHelpOptions = true,
        resourceBundle = "com.noragentia.helios.worker.agent.usage")
public final class WorkerMain {

    private static final int CANNOT_WORK = 1;

    private WorkerMain() {}

    public static void main(String[] arguments) {
        System.exit(run(new BundledParts(), List.of(arguments)));
    }

    /** Runs the command line of a worker that is made of {@code parts}, and returns the exit code. */
    public static int run(WorkerParts parts, List<String> arguments) {
        PrintStream reportLines = System.out;
        // Whatever a library prints must not come between the lines that the parent reads.
        System.setOut(System.err);
        Phrases phrases = Phrases.beside(WorkerMain.class, "worker", Language.of(Locale.getDefault()));
        return commandLine(parts, reportLines, phrases)
                .execute(withDefault(arguments).toArray(String[]::new));
    }

    static CommandLine commandLine(WorkerParts parts, PrintStream reportLines, Phrases phrases) {
        return new CommandLine(new WorkerMain())
                .addSubcommand(new RunWorker(parts, reportLines))
                .addSubcommand(new ModelsCommand(reportLines, phrases))
                .addSubcommand(new ReceiptsCommand(reportLines, phrases))
                .addSubcommand(new WhyCommand(reportLines))
                .addSubcommand(new PauseCommand(reportLines))
                .addSubcommand(new ResumeCommand(reportLines))
                .addSubcommand(new FinishCommand(reportLines))
                .addSubcommand(new PreferencesCommand(reportLines))
                .setOut(new PrintWriter(reportLines, true, StandardCharsets.UTF_8))
                .setParameterExceptionHandler(new UsageMistake(phrases))
                .setExecutionExceptionHandler((e, commandLine, parsed) -> {
                    commandLine.getErr().println(reason(phrases, e));
                    return CANNOT_WORK;
                });
    }

    static String reason(Phrases phrases, Exception e) {
        if (e instanceof ProblemException problem) {
            return new ProblemPhrases(phrases.language()).sentence(problem.problem());
        }
        if (e instanceof FileSystemException unusable) {
            return new ProblemPhrases(phrases.language()).sentence(DataFolder.unusable(unusable));
        }
        if (e instanceof ModelFailure failure && failure.phrase().isPresent()) {
            return new ModelPhrases(phrases.language())
                    .sentence(failure.phrase().get(), failure.values());
        }
        if (e instanceof ModelFailure) {
            return phrases.say("problem.model", String.valueOf(e.getMessage()));
        }
        return phrases.say("problem", e.getClass().getSimpleName());
    }

    /** Without another word, the worker runs. */
    private static List<String> withDefault(List<String> arguments) {
        List<String> own = List.of("run", "-h", "--help", "-V", "--version");
        boolean named = !arguments.isEmpty()
                && (own.contains(arguments.getFirst()) || !arguments.getFirst().startsWith("-"));
        return named
                ? arguments
                : Stream.concat(Stream.of("run"), arguments.stream()).toList();
    }
}
