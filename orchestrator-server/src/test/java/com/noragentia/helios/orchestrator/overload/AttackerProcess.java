/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.overload;

import com.noragentia.helios.protocol.crypto.SigningKey;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** {@link AttackMain} in a process of low priority: a real attacker brings computers of its own, and takes no time from this one's processor. */
final class AttackerProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;
    private final PrintWriter input;

    /** Starts an attack, and waits until it is at full strength. */
    AttackerProcess(String attack, String target, List<SigningKey> keys) throws IOException {
        this.process = new ProcessBuilder(
                        "nice",
                        "-n",
                        "19",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-Xss256k",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        AttackMain.class.getName(),
                        attack,
                        target)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        this.output = process.inputReader(StandardCharsets.UTF_8);
        this.input = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        keys.forEach(key -> input.println(key.encoded()));
        input.println();
        say(attack);
    }

    private void say(String attack) throws IOException {
        System.out.println("  " + attack + " " + Objects.requireNonNull(output.readLine(), attack + " did not begin"));
    }

    /** Ends it, whatever it does. */
    @Override
    public void close() throws IOException, InterruptedException {
        input.println();
        say("attack");
        if (!process.waitFor(5, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
