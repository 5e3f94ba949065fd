/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts this process behind those of other sessions. Linux shares the processors among sessions first (autogroups, sched(7)) and heeds a
 * process's own nice value only within its session, so that a worker started with {@code nice} alone takes a third of the computer from
 * whoever sits before it (measured; docs/inference.md). The value is that of the whole session: it is set only where this process
 * leads one, lest it slow the terminal that it was started from. On a computer that is there for nothing else, {@value #VARIABLE} set to
 * {@code normal} leaves it.
 */
final class HumblePriority {

    private static final Logger LOG = LoggerFactory.getLogger(HumblePriority.class);
    static final String VARIABLE = "HELIOS_WORKER_PRIORITY";

    private static final String NORMAL = "normal";
    private static final Path AUTOGROUP = Path.of("/proc/self/autogroup");
    private static final Path STAT = Path.of("/proc/self/stat");
    private static final String LOWEST = "19";
    /** Column 6 of proc(5), counted from the one after the name. */
    private static final int SESSION = 3;

    private HumblePriority() {}

    /** Does what this system allows; says in the log what it was. */
    static void take() {
        if (isLeft(System.getenv()) || !Files.exists(AUTOGROUP)) {
            return; // wanted so; or not Linux, or built without autogroups
        }
        try {
            if (session(Files.readString(STAT)).orElse(-1)
                    == ProcessHandle.current().pid()) {
                Files.writeString(AUTOGROUP, LOWEST);
                LOG.info("this session yields to all others");
            } else {
                LOG.info("this process shares its session, which keeps its priority");
            }
        } catch (IOException e) {
            LOG.info(
                    "the priority of this session stays as it is: {}",
                    e.getClass().getSimpleName());
        }
    }

    /** Whether the owner wants no humility, as this computer is there for nothing else. */
    static boolean isLeft(Map<String, String> environment) {
        return NORMAL.equals(environment.get(VARIABLE));
    }

    /** The session of a process by its {@code /proc/…/stat}; its name may hold anything, spaces and brackets too. */
    static OptionalLong session(String stat) {
        String[] columns = stat.substring(stat.lastIndexOf(')') + 1).trim().split(" ");
        return columns.length > SESSION ? OptionalLong.of(Long.parseLong(columns[SESSION])) : OptionalLong.empty();
    }
}
