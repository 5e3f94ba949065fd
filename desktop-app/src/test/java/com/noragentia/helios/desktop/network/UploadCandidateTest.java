/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.task.FileType;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UploadCandidateTest {

    @TempDir
    private Path folder;

    @Test
    void a_file_that_is_what_its_name_says_is_taken() throws Exception {
        Path file = file("Informe año.PDF", "%PDF-1.7 …");

        UploadCandidate candidate = UploadCandidate.of(file);

        assertThat(candidate.name()).isEqualTo("Informe año.PDF");
        assertThat(candidate.type()).isEqualTo(FileType.PDF);
        assertThat(candidate.bytes()).isEqualTo(Files.size(file));
    }

    @Test
    void a_missing_file_is_named() {
        Problem problem = refusal(folder.resolve("gone.pdf"));

        assertThat(problem.code()).isEqualTo(ProblemCode.FILE_NOT_FOUND);
        assertThat(problem.values()).isEqualTo(Map.of("file", "gone.pdf"));
    }

    @Test
    void a_folder_is_not_a_file() throws Exception {
        assertThat(refusal(Files.createDirectory(folder.resolve("album.pdf"))).code())
                .isEqualTo(ProblemCode.FILE_UNREADABLE);
    }

    @Test
    void an_empty_picture_is_called_empty_and_not_false() throws Exception {
        assertThat(refusal(file("empty.png", "")).code()).isEqualTo(ProblemCode.ATTACHMENT_EMPTY);
    }

    @Test
    void a_file_one_byte_over_the_limit_is_refused_with_the_limit() throws Exception {
        Path large = folder.resolve("large.pdf");
        try (RandomAccessFile sparse = new RandomAccessFile(large.toFile(), "rw")) {
            sparse.setLength(Limit.ATTACHMENT_BYTES.value() + 1);
        }

        Problem problem = refusal(large);

        assertThat(problem.code()).isEqualTo(ProblemCode.ATTACHMENT_TOO_LARGE);
        assertThat(problem.values()).isEqualTo(Map.of("file", "large.pdf", "limit", "26214400"));
    }

    @Test
    void a_program_is_refused_by_its_name_and_in_disguise_by_its_content() throws Exception {
        assertThat(refusal(file("setup.exe", "MZ")).code()).isEqualTo(ProblemCode.FILE_TYPE_UNSUPPORTED);
        assertThat(refusal(file("setup.pdf", "MZ\u0090\u0000 This program cannot be run in DOS mode"))
                        .code())
                .isEqualTo(ProblemCode.FILE_TYPE_MISMATCH);
        assertThat(refusal(file("nothing", "%PDF-")).code()).isEqualTo(ProblemCode.FILE_TYPE_UNSUPPORTED);
    }

    private Path file(String name, String content) throws IOException {
        return Files.write(folder.resolve(name), content.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Problem refusal(Path file) {
        return catchThrowableOfType(ProblemException.class, () -> UploadCandidate.of(file))
                .problem();
    }
}
