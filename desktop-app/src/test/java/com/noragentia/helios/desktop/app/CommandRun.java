/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a command line did. */
record CommandRun(int exitCode, String out, String err) {

    private static final Pattern NUMBERED_WORD = Pattern.compile("(?m)([0-9]+) (\\p{L}+)(?: |$)");

    static CommandRun of(String... arguments) {
        return answering("", arguments);
    }

    /** @param answers what comes on standard input; the line “WORD” is the word of the phrase on screen that is asked for */
    static CommandRun answering(String answers, String... arguments) {
        return answering(answers, word -> word, arguments);
    }

    /** @param typed how somebody types the word of the phrase on screen that is asked for */
    static CommandRun answering(UnaryOperator<String> typed, String... arguments) {
        return answering("WORD\n", typed, arguments);
    }

    private static CommandRun answering(String answers, UnaryOperator<String> manner, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        Answers typed = new TypedAnswers(terminal, new ByteArrayInputStream(answers.getBytes(StandardCharsets.UTF_8)));
        Answers knowing = (question, hidden) -> typed.ask(question, hidden)
                .map(answer -> answer.equals("WORD")
                        ? manner.apply(word(question, out.toString(StandardCharsets.UTF_8)))
                        : answer);
        int exitCode = HeliosMain.run(terminal, knowing, Optional.empty(), new ArrayList<>(List.of(arguments)));
        return new CommandRun(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static String word(String question, String screen) {
        Matcher number = Pattern.compile("[0-9]+").matcher(question);
        return number.find() ? wordsIn(screen).split(" ")[Integer.parseInt(number.group()) - 1] : "";
    }

    /** The words of a numbered list, in the order of their numbers. */
    static String wordsIn(String screen) {
        return NUMBERED_WORD
                .matcher(screen)
                .results()
                .filter(match -> !match.group(2).startsWith("palabra"))
                .map(match -> match.group(2))
                .collect(Collectors.joining(" "));
    }
}
