/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PrivateFilesTest {

    @TempDir
    private Path folder;

    private record Note(String text) {}

    @Test
    void only_the_owner_reads_what_is_written() throws Exception {
        Path file = folder.resolve("note.json");

        PrivateFiles.write(file, new Note("first"));
        PrivateFiles.write(file, new Note("second"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PrivateFiles.read(file, Note.class)).contains(new Note("second"));
    }

    @Test
    void a_folder_that_others_could_look_into_is_closed_to_them() throws Exception {
        Path open = Files.createDirectory(folder.resolve("data"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));

        PrivateFiles.createFolder(open);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(open)))
                .isEqualTo("rwx------");
    }

    @Test
    void no_half_written_file_is_left_behind() throws Exception {
        Path file = folder.resolve("note.json");
        Files.createDirectory(file); // nothing can be moved onto it once it is not empty
        Files.createFile(file.resolve("occupant"));

        assertThatThrownBy(() -> PrivateFiles.write(file, new Note("lost"))).isInstanceOf(IOException.class);

        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void a_missing_file_is_empty_and_a_spoilt_or_huge_one_is_refused() throws Exception {
        assertThat(PrivateFiles.read(folder.resolve("none.json"), Note.class)).isEmpty();

        Path spoilt = Files.writeString(folder.resolve("spoilt.json"), "{\"text\":");
        Path huge = Files.writeString(folder.resolve("huge.json"), " ".repeat(70_000));

        assertThatThrownBy(() -> PrivateFiles.read(spoilt, Note.class)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> PrivateFiles.read(huge)).isInstanceOf(IOException.class);
    }
}
