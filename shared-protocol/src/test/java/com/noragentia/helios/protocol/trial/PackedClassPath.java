/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.trial;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;

/**
 * The class path of the tests as an installation would have it, for the programs that tests start: a class-data archive, which halves what a start
 * takes, knows jars alone. Packed once for a run. Thread-safe.
 */
public final class PackedClassPath {

    private static final Path FOLDER = Path.of("target", "started").toAbsolutePath();
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

    /** What a program is started with, so that its second start is a fast one. An archive of other jars is passed over and made anew. */
    public static List<String> options(Class<?> main) {
        return List.of(
                "-Xshare:auto",
                "-XX:SharedArchiveFile=" + archive(main.getSimpleName()),
                "-XX:+AutoCreateSharedArchive",
                "-Xlog:disable",
                "-Xlog:all=off",
                "-cp",
                ALL);
    }

    /** Where an archive of this name belongs. */
    public static Path archive(String name) {
        return FOLDER.resolve(name + ".jsa");
    }

    /** Such as {@code shared-protocol/target/classes}. */
    private static Path packed(Path classes) {
        int names = classes.getNameCount();
        Path jar = FOLDER.resolve(classes.getName(names - 3) + "-" + classes.getName(names - 1) + ".jar");
        ToolProvider tool = ToolProvider.findFirst("jar").orElseThrow();
        int result = tool.run(System.out, System.err, "-c", "-0", "-f", jar.toString(), "-C", classes.toString(), ".");
        if (result != 0) {
            throw new IllegalStateException("no jar of " + classes);
        }
        return jar;
    }
}
