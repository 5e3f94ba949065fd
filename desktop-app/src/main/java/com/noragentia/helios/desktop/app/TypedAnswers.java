/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Answers from the terminal where there is one, else from standard input, a line each. */
final class TypedAnswers implements Answers {

    private static final int MAX_BYTES = MAX_CHARACTERS * 4;

    private final Terminal terminal;
    private final InputStream in;

    /** @param in where answers come from when there is no terminal; it is read no further than they go */
    TypedAnswers(Terminal terminal, InputStream in) {
        this.terminal = terminal;
        this.in = in;
    }

    @Override
    public Optional<String> ask(String question, boolean hidden) {
        PrintStream err = terminal.err();
        err.print(question + " ");
        err.flush();
        // There is none where input or output is no terminal; the Java releases that always give one read the same
        // lines.
        Optional<Console> console = Optional.ofNullable(System.console());
        return console.isPresent() ? typed(console.get(), hidden) : line();
    }

    private static Optional<String> typed(Console console, boolean hidden) {
        if (hidden) {
            char[] secret = console.readPassword();
            return Optional.ofNullable(secret).map(String::new);
        }
        return Optional.ofNullable(console.readLine());
    }

    private Optional<String> line() {
        byte[] bytes = new byte[MAX_BYTES];
        int length = 0;
        try {
            int next = in.read();
            if (next < 0) {
                return Optional.empty();
            }
            while (next >= 0 && next != '\n') {
                if (length == MAX_BYTES) {
                    return Optional.empty();
                }
                bytes[length++] = (byte) next;
                next = in.read();
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.of(new String(bytes, 0, length, StandardCharsets.UTF_8).strip());
    }
}
