/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Files of strangers for the child process; nothing of any of them may be left in its rooms. */
abstract class ForeignFileFixture {

    @TempDir
    private Path folder;

    @TempDir
    private Path rooms;

    FileExtractor extractor;

    @BeforeEach
    void open() {
        extractor = new FileExtractor(ManyFiles.line(rooms));
    }

    @AfterEach
    void close() throws IOException {
        extractor.close();
        try (Stream<Path> left = Files.list(rooms)) {
            assertThat(left).isEmpty();
        }
    }

    Path write(byte[] content) throws IOException {
        return Files.write(Files.createTempFile(folder, "foreign", ""), content);
    }
}
