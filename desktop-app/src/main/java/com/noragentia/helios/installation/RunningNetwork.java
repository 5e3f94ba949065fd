/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.installation;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The network that runs on this computer, as its supervisor announces it in {@code network.json}. A process number alone would soon mean
 * another program, so the instant at which the supervisor started stands beside it.
 *
 * @param url the orchestrator's address
 * @param supervisor process number of the supervisor
 * @param startedAt when that process started
 */
public record RunningNetwork(URI url, long supervisor, Instant startedAt) {

    private static final String FILE = "network.json";

    /** Two processes compute one start instant from a boot time that each reads for itself. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

    /** The network that this very process supervises. */
    public static RunningNetwork supervisedHere(URI url) {
        ProcessHandle self = ProcessHandle.current();
        return new RunningNetwork(url, self.pid(), startOf(self));
    }

    /** The announced network, if its supervisor still lives. A file left behind, or spoilt, counts as none. */
    public static Optional<RunningNetwork> of(DataFolder folder) {
        try {
            return PrivateFiles.read(folder.file(FILE), RunningNetwork.class).filter(RunningNetwork::lives);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    public void announce(DataFolder folder) throws IOException {
        PrivateFiles.write(folder.file(FILE), this);
    }

    /** Takes the announcement back, unless another supervisor has made its own since. */
    public void withdraw(DataFolder folder) throws IOException {
        if (PrivateFiles.read(folder.file(FILE), RunningNetwork.class)
                .filter(this::equals)
                .isPresent()) {
            Files.deleteIfExists(folder.file(FILE));
        }
    }

    /** The supervisor's process, if it still lives. */
    public Optional<ProcessHandle> process() {
        return ProcessHandle.of(supervisor)
                .filter(ProcessHandle::isAlive)
                .filter(process ->
                        Duration.between(startOf(process), startedAt).abs().compareTo(CLOCK_TOLERANCE) <= 0);
    }

    public boolean lives() {
        return process().isPresent();
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }
}
