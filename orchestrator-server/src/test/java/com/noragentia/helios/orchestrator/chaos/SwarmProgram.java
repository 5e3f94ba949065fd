/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.chaos;

import com.noragentia.helios.protocol.crypto.SigningKey;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** Several workers in a process of their own. Arguments: a file with their keys, a file with the address, a seed. Ends with its input. */
final class SwarmProgram {

    private SwarmProgram() {}

    public static void main(String[] arguments) throws IOException {
        Path address = Path.of(arguments[1]);
        SplittableRandom random = new SplittableRandom(Long.parseLong(arguments[2]));
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
        for (String key : Files.readAllLines(Path.of(arguments[0]))) {
            new SwarmWorker(() -> read(address), SigningKey.decode(key), thread, random).start();
        }
        System.in.transferTo(OutputStream.nullOutputStream());
        System.exit(0);
    }

    /** Read anew each time, since the orchestrator comes back at another port. */
    static String read(Path address) {
        try {
            return Files.readString(address);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
