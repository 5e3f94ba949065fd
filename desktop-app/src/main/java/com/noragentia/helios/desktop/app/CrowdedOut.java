/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import com.noragentia.helios.installation.RunningNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Whether the worker of this computer hardly gets on because other programs keep all cores busy. It runs behind them, so that it may not even
 * come to say that it is there; its priority cannot be raised while it runs (nice(2) lets only the administrator do so). What the kernel counts as
 * niced is the worker's, what it counts as user and system is everybody else's ({@code /proc/stat}, proc(5)). Where there is no such file, nothing
 * is said. For one thread at a time.
 */
final class CrowdedOut {

    private static final Path STAT = Path.of("/proc/stat");
    /** Who was started with it yields to nobody, and needs no advice to do so. */
    private static final String PRIORITY = "HELIOS_WORKER_PRIORITY";

    private static final String NORMAL = "normal";

    private static final double NEARLY_ALL = 0.9;
    /** Columns after the name: user, nice, system, idle, waiting, interrupts, soft interrupts, stolen; guests are in the first two. */
    private static final int COLUMNS = 8;

    private static final int NICE = 1;
    private static final int IDLE = 3;
    private static final int WAITING = 4;

    private final Path stat;
    private final BooleanSupplier worksHere;
    private Optional<Ticks> before;

    /** Since the computer started, all cores together. */
    private record Ticks(long ofOthers, long all) {}

    /**
     * Begins to watch.
     *
     * @param stat as {@code /proc/stat}
     * @param worksHere whether this computer should have a worker
     */
    CrowdedOut(Path stat, BooleanSupplier worksHere) {
        this.stat = stat;
        this.worksHere = worksHere;
        this.before = read();
    }

    static CrowdedOut of(Surroundings around) {
        boolean yields = !NORMAL.equals(System.getenv(PRIORITY));
        return new CrowdedOut(
                STAT, () -> yields && RunningNetwork.of(around.folder()).isPresent());
    }

    /** Whether others took nearly everything since this was asked last. */
    boolean isSo() {
        Optional<Ticks> now = read();
        Optional<Ticks> last = before;
        before = now;
        if (now.isEmpty() || last.isEmpty()) {
            return false;
        }
        long all = now.get().all() - last.get().all();
        long ofOthers = now.get().ofOthers() - last.get().ofOthers();
        return all > 0 && ofOthers >= NEARLY_ALL * all && worksHere.getAsBoolean();
    }

    private Optional<Ticks> read() {
        try (Stream<String> lines = Files.lines(stat)) {
            return lines.findFirst().map(CrowdedOut::ticks);
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Ticks ticks(String line) {
        long[] columns = Arrays.stream(line.trim().split("\\s+"))
                .skip(1)
                .limit(COLUMNS)
                .mapToLong(Long::parseLong)
                .toArray();
        long all = Arrays.stream(columns).sum();
        return new Ticks(all - columns[NICE] - columns[IDLE] - columns[WAITING], all);
    }
}
