/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import com.noragentia.helios.protocol.wire.JsonCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Tries a confinement with a child that reads no file: it ends well if it finds its program and libraries and may write in its room.
 */
final class ConfinementProbe {

    private static final long PATIENCE_SECONDS = 20;

    private ConfinementProbe() {}

    /** The child. */
    public static void main(String[] arguments) throws IOException {
        Files.write(Path.of("probe"), JsonCodec.encode(new ChildMessage.Ready()));
    }

    static boolean passes(ChildCommand ordinary, Confinement confinement) {
        ChildCommand command = ordinary.running(ConfinementProbe.class).confined(confinement);
        try (Room room = Room.in(command.rooms())) {
            Process child = command.in(room.folder())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            child.getOutputStream().close();
            try {
                return child.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)
                        && child.exitValue() == 0
                        && Files.exists(room.folder().resolve("probe"));
            } finally {
                child.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (IOException e) {
            // The tool does not start.
            return false;
        }
    }
}
