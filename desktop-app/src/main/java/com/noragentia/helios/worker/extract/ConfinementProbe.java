/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import com.noragentia.helios.protocol.wire.JsonCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Tries a confinement with a child that reads no file: it ends well if it finds its program and libraries and may write in its room.
 *
 * @param ordinary how such a child is started free
 * @param patience how long a child is waited for
 */
record ConfinementProbe(ChildCommand ordinary, Duration patience) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** What a shell and bubblewrap add to the number of the signal that ended a process: somebody else did, so the tool said nothing. */
    private static final int ENDED_BY_SIGNAL = 128;

    static ConfinementProbe of(ChildCommand ordinary) {
        return new ConfinementProbe(ordinary.running(ConfinementProbe.class), PATIENCE);
    }

    /** The child; nothing is asked of it until it is held. */
    public static void main(String[] arguments) throws IOException {
        System.in.readAllBytes();
        Files.write(Path.of("probe"), JsonCodec.encode(new ChildMessage.Ready()));
    }

    /**
     * Only a child that ended by itself before it came to life, twice, with a free one between that did come to life, is a tool's refusal: a
     * computer that has no time or memory for a moment must not have files read with nothing to hold the readers.
     */
    ProbeVerdict verdict(Confinement confinement) {
        ProbeVerdict first = once(confinement);
        if (first != ProbeVerdict.REFUSED) {
            return first;
        }
        return once(new Confinement.None()) == ProbeVerdict.WORKS ? once(confinement) : ProbeVerdict.UNCLEAR;
    }

    private ProbeVerdict once(Confinement confinement) {
        ChildCommand command = ordinary.confined(confinement);
        try (Room room = Room.in(command.rooms())) {
            return outcome(command, room);
        } catch (UncheckedIOException e) {
            // No room on the disk.
            return ProbeVerdict.UNCLEAR;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ProbeVerdict.UNCLEAR;
        }
    }

    private ProbeVerdict outcome(ChildCommand command, Room room) throws InterruptedException {
        try {
            Process child = command.in(room.folder())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                return outcomeOfHeld(child, command, room);
            } finally {
                child.descendants().forEach(ProcessHandle::destroyForcibly);
                child.destroyForcibly();
            }
        } catch (IOException e) {
            // The tool does not start: it went, or may not be run.
            return ProbeVerdict.REFUSED;
        }
    }

    private ProbeVerdict outcomeOfHeld(Process child, ChildCommand command, Room room)
            throws IOException, InterruptedException {
        Confinement.Hold hold = command.confinement().hold(child);
        try {
            child.getOutputStream().close();
            return child.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)
                    ? outcome(child.exitValue(), room)
                    : ProbeVerdict.UNCLEAR;
        } finally {
            hold.close();
        }
    }

    private static ProbeVerdict outcome(int exit, Room room) {
        if (exit > ENDED_BY_SIGNAL) {
            return ProbeVerdict.UNCLEAR;
        }
        return exit == 0 && Files.exists(room.folder().resolve("probe")) ? ProbeVerdict.WORKS : ProbeVerdict.REFUSED;
    }
}
