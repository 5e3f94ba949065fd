/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import com.noragentia.helios.protocol.trial.PackedClassPath;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Lines for tests that read many files one after the other: each has a child of its own, as always, and none is started or warmed up in vain.
 * The children start from jars and a class-data archive, as those of an installation do.
 */
public final class ManyFiles {

    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private ManyFiles() {}

    /** Confined as can be on this computer. */
    public static ExtractionLine line(Path rooms) {
        return new ExtractionLine(command(rooms).confinedAsCanBe().withoutRehearsal(), DEADLINE, false);
    }

    /** As free as this process. */
    static ExtractionLine free(Path rooms) {
        return new ExtractionLine(command(rooms).withoutRehearsal(), DEADLINE, false);
    }

    /** A free child that starts as fast as it can. */
    static ChildCommand command(Path rooms) {
        return Archived.command(rooms, Optional.of(Archived.CLASSES.file()));
    }

    private static final class Archived {

        static final ClassArchive CLASSES = new ClassArchive(PackedClassPath.archive("extraction"));

        static {
            CLASSES.make(command(Path.of("target"), Optional.empty()));
        }

        static ChildCommand command(Path rooms, Optional<Path> archive) {
            ChildCommand here = ChildCommand.ofThisProcess(rooms, archive);
            return new ChildCommand(
                    here.java(),
                    PackedClassPath.get(),
                    here.program(),
                    rooms,
                    archive,
                    here.confinement(),
                    here.rehearses());
        }
    }
}
