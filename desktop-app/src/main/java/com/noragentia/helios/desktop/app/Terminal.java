/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import com.noragentia.helios.installation.OperatingSystem;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a command writes.
 *
 * @param out the answer, and nothing else that a script would stumble over
 * @param err progress and complaints
 * @param watched whether a person looks at {@code err}, so that a line may be overwritten
 */
record Terminal(PrintStream out, PrintStream err, boolean watched) {

    /** Set by the front door, which can ask the shell. */
    private static final String WATCHED = "helios.stderr.terminal";

    /** The streams of this process. Everywhere but in a Windows console they carry UTF-8, even where no locale is set. */
    static Terminal ofThisProcess() {
        Charset charset = OperatingSystem.current() == OperatingSystem.WINDOWS
                ? Charset.forName(System.getProperty("stdout.encoding", "UTF-8"))
                : StandardCharsets.UTF_8;
        return new Terminal(
                new PrintStream(System.out, true, charset), new PrintStream(System.err, true, charset), isWatched());
    }

    private static boolean isWatched() {
        String told = System.getProperty(WATCHED);
        return told == null ? leadsToTerminal(Path.of("/proc/self/fd/2")) : Boolean.parseBoolean(told);
    }

    private static boolean leadsToTerminal(Path descriptor) {
        try {
            String target = Files.readSymbolicLink(descriptor).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    /** Text from elsewhere without control characters, which could make a terminal do things. */
    static String harmless(String text) {
        return text.replaceAll("[\\p{Cc}&&[^\\n\\t]]", "");
    }
}
