/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesOfLengthTest {

    @TempDir
    private Path folder;

    @Test
    void only_plain_files_of_the_length_are_found() throws Exception {
        Path right = Files.write(folder.resolve("right"), new byte[5]);
        Files.write(folder.resolve("long"), new byte[6]);
        Files.createSymbolicLink(folder.resolve("link"), right);
        FilesOfLength files = new FilesOfLength(folder, 5, 10);

        Files.walkFileTree(folder, files);

        assertThat(files.found()).containsExactly(right.toUri());
        assertThat(files.areTooMany()).isFalse();
    }

    @Test
    void what_may_not_be_read_inside_is_passed_over_and_the_folder_itself_is_not() throws Exception {
        FilesOfLength files = new FilesOfLength(folder, 5, 10);
        Path inside = folder.resolve("lost+found");

        assertThat(files.visitFileFailed(inside, new AccessDeniedException("lost+found")))
                .isEqualTo(FileVisitResult.CONTINUE);
        assertThatThrownBy(() -> files.visitFileFailed(folder, new AccessDeniedException("stick")))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void a_whole_disk_is_not_walked_to_its_end() throws Exception {
        for (int i = 0; i < 5; i++) {
            Files.createFile(folder.resolve("file" + i));
        }
        FilesOfLength files = new FilesOfLength(folder, 0, 3);

        Files.walkFileTree(folder, files);

        assertThat(files.areTooMany()).isTrue();
        assertThat(files.found()).hasSizeLessThan(5);
    }
}
