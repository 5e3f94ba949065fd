/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import com.noragentia.helios.installation.DataFolder;
import com.noragentia.helios.installation.OperatingSystem;
import com.noragentia.helios.language.Phrases;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Looks at the computer: does it have what Helios needs? */
final class ComputerExamination {

    private static final int OLDEST_JAVA = 21;
    private static final long BYTES_PER_MEGABYTE = 1024L * 1024;
    private static final long LEAST_MEMORY_MEGABYTES = 1_900;
    private static final long LEAST_DISK_MEGABYTES = 500;
    private static final int FONT_SEARCH_DEPTH = 6;

    private final Surroundings around;
    private final Phrases phrases;

    ComputerExamination(Surroundings around) {
        this.around = around;
        this.phrases = around.phrases();
    }

    List<Finding> findings() {
        return List.of(java(), memory(), folder(), disk(), display(), font());
    }

    private Finding java() {
        String version = System.getProperty("java.version", "?");
        return Runtime.version().feature() >= OLDEST_JAVA
                ? good("doctor.java", version)
                : missing("doctor.java", version);
    }

    private Finding memory() {
        long megabytes = ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getTotalMemorySize() / BYTES_PER_MEGABYTE
                : 0;
        return megabytes >= LEAST_MEMORY_MEGABYTES
                ? good("doctor.memory", megabytes)
                : missing("doctor.memory", megabytes);
    }

    private Finding folder() {
        DataFolder folder = around.folder();
        try {
            folder.create();
            Files.delete(Files.createTempFile(folder.tmp(), "doctor-", ".tmp"));
            return good("doctor.folder", folder.root().toString());
        } catch (IOException e) {
            return missing("doctor.folder", folder.root().toString());
        }
    }

    private Finding disk() {
        try {
            long megabytes =
                    Files.getFileStore(nearestExisting(around.folder().root())).getUsableSpace() / BYTES_PER_MEGABYTE;
            return megabytes >= LEAST_DISK_MEGABYTES
                    ? good("doctor.disk", megabytes)
                    : missing("doctor.disk", megabytes);
        } catch (IOException e) {
            return missing("doctor.disk", 0);
        }
    }

    private static Path nearestExisting(Path path) {
        Path parent = path.getParent();
        return Files.exists(path) || parent == null ? path : nearestExisting(parent);
    }

    private Finding display() {
        return Display.isPresent(System.getenv()) ? good("doctor.display") : optional("doctor.display");
    }

    private Finding font() {
        boolean found = OperatingSystem.current() != OperatingSystem.LINUX
                || Stream.of(
                                Path.of("/usr/share/fonts"),
                                Path.of("/usr/local/share/fonts"),
                                Path.of(System.getProperty("user.home", ""), ".local", "share", "fonts"),
                                Path.of(System.getProperty("user.home", ""), ".fonts"))
                        .anyMatch(ComputerExamination::holdsFont);
        return found ? good("doctor.font") : optional("doctor.font");
    }

    private static boolean holdsFont(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.find(
                folder, FONT_SEARCH_DEPTH, (file, attributes) -> file.toString().matches(".*\\.(ttf|otf|ttc)"))) {
            return files.findAny().isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    private Finding good(String key, Object... values) {
        return new Finding.Good(phrases.say(key, values));
    }

    private Finding missing(String key, Object... values) {
        return new Finding.Missing(phrases.say(key, values), phrases.say(key + ".advice", values));
    }

    private Finding optional(String key) {
        return new Finding.Optional(phrases.say(key), phrases.say(key + ".advice"));
    }
}
