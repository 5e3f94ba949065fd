/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Lines for tests that read many files one after the other: each has a child of its own, as always, and none is started or warmed up in vain. */
public final class ManyFiles {

    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private ManyFiles() {}

    /** Confined as can be on this computer. */
    public static ExtractionLine line(Path rooms) {
        ChildCommand command = ChildCommand.ofThisProcess(rooms, Optional.empty());
        return new ExtractionLine(command.confinedAsCanBe().withoutRehearsal(), DEADLINE, false);
    }

    /** As free as this process. */
    static ExtractionLine free(Path rooms) {
        ChildCommand command = ChildCommand.ofThisProcess(rooms, Optional.empty());
        return new ExtractionLine(command.withoutRehearsal(), DEADLINE, false);
    }
}
