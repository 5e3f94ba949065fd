/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import com.noragentia.helios.installation.DataFolder;
import com.noragentia.helios.language.ProblemPhrases;
import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.wire.JsonCodec;
import java.nio.file.FileSystemException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells a person, or a script, why a command did not do what it should. */
final class CommandFailure implements IExecutionExceptionHandler {

    private final Terminal terminal;
    private final ProblemPhrases phrases;

    CommandFailure(Terminal terminal, Language language) {
        this.terminal = terminal;
        this.phrases = new ProblemPhrases(language);
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult line) {
        Problem problem = problem(e);
        String sentence = Terminal.harmless(phrases.sentence(problem));
        if (command.getParseResult().hasMatchedOption("--json")) {
            terminal.out().println(JsonCodec.encodeToString(ProblemReport.of(problem, sentence)));
        }
        terminal.err().println(sentence);
        if (problem.code() == ProblemCode.INTERNAL && !problem.values().containsKey(Problem.UNKNOWN_CODE)) {
            terminal.err().println(Terminal.harmless("(" + problem.detail() + ")"));
        }
        String said = problem.values().getOrDefault(LastWords.VALUE, "");
        if (!said.isBlank()) {
            terminal.err().println(Terminal.harmless(said));
        }
        return ExitCode.of(problem).number();
    }

    private static Problem problem(Exception e) {
        return switch (e) {
            case ProblemException expected -> expected.problem();
            // Commands touch no files but those of the data folder; a member's file that can't be read comes as a
            // problem.
            case FileSystemException unusable -> DataFolder.unusable(unusable);
            default -> Problem.of(ProblemCode.INTERNAL, e.getClass().getName());
        };
    }
}
