/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.trial;

import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;

/**
 * The class path of the tests as an installation would have it, for the programs that tests start: a class-data archive, which halves what a start
 * takes, knows jars alone. Packed once for a run. Thread-safe.
 */
public final class PackedClassPath {

    private static final Path FOLDER =
            emptied(Path.of("target", "started-" + System.getProperty("surefire.forkNumber", "0"))
                    .toAbsolutePath());
    private static final String ALL = Arrays.stream(
                    System.getProperty("surefire.test.class.path", System.getProperty("java.class.path", ""))
                            .split(Pattern.quote(File.pathSeparator)))
            .map(Path::of)
            .map(entry -> Files.isDirectory(entry) ? packed(entry) : entry)
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));

    private PackedClassPath() {}

    /** With the classes of the tests. */
    public static String get() {
        return ALL;
    }

    /** What a program is started with, so that it starts fast once it has ended in good order. */
    public static List<String> options(Class<?> main) {
        return List.of(
                "-Xshare:auto",
                "-XX:SharedArchiveFile=" + archive(main.getSimpleName()),
                "-XX:+AutoCreateSharedArchive",
                "-Xlog:disable",
                "-Xlog:all=off",
                "-XX:-PrintWarnings", // now and then the system has no room where archives belong
                "-cp",
                ALL);
    }

    /** Where an archive of this name belongs. */
    public static Path archive(String name) {
        return FOLDER.resolve(name + ".jsa");
    }

    /** An archive of former jars would be passed over, and not be made anew. */
    private static Path emptied(Path folder) {
        File[] former = Objects.requireNonNullElse(folder.toFile().listFiles(), new File[0]);
        for (File file : former) {
            if (!file.delete()) {
                throw new IllegalStateException("cannot delete " + file);
            }
        }
        return folder;
    }

    /** Such as {@code shared-protocol/target/classes}. */
    private static Path packed(Path classes) {
        int names = classes.getNameCount();
        Path jar = FOLDER.resolve(classes.getName(names - 3) + "-" + classes.getName(names - 1) + ".jar");
        ToolProvider tool = ToolProvider.findFirst("jar").orElseThrow();
        PrintWriter said = new PrintWriter(new StringWriter());
        int result = tool.run(said, said, "-c", "-0", "-f", jar.toString(), "-C", classes.toString(), ".");
        if (result != 0) {
            throw new IllegalStateException("no jar of " + classes);
        }
        return jar;
    }
}
