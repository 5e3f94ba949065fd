/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.overload;

import com.noragentia.helios.protocol.crypto.SigningKey;
import com.noragentia.helios.protocol.trial.PackedClassPath;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
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
        List<String> command = new ArrayList<>(List.of(
                "nice",
                "-n",
                "19",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Xss256k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
        command.addAll(PackedClassPath.options(AttackMain.class));
        command.addAll(List.of(AttackMain.class.getName(), attack, target));
        this.process = new ProcessBuilder(command)
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

    boolean isAttacking() {
        return process.isAlive();
    }

    /** Ends it, whatever it does. */
    @Override
    public void close() throws IOException {
        input.println();
        say("attack");
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
