/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RuntimeFilesTest {

    @TempDir
    Path folder;

    @Test
    void a_jar_brings_those_that_it_names_and_no_neighbours() throws IOException {
        Path named = jar("lib/a.jar", "");
        jar("lib/private.jar", "");
        Path program = jar("program.jar", "lib/a.jar lib/missing.jar");

        assertThat(new RuntimeFiles(folder.resolve("java"), program.toString()).paths())
                .containsExactly(folder.resolve("java"), program, named);
    }

    @Test
    void settings_that_a_runtime_keeps_elsewhere_are_found() throws IOException {
        Path java = folder.resolve("java");
        Files.createDirectories(java.resolve("conf"));
        Path elsewhere = Files.createFile(folder.resolve("security")).toRealPath();
        Files.createSymbolicLink(java.resolve("conf/security"), elsewhere);

        assertThat(new RuntimeFiles(java, "x" + File.pathSeparator + "y").paths())
                .containsExactly(
                        java,
                        elsewhere,
                        Path.of("x").toAbsolutePath(),
                        Path.of("y").toAbsolutePath());
    }

    private Path jar(String name, String classPath) throws IOException {
        Path jar = folder.resolve(name);
        Files.createDirectories(folder.resolve("lib"));
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (!classPath.isEmpty()) {
            manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
        }
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        return jar;
    }
}
