/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.desktop.chat.attachment.Refusal.Reason;
import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.task.FileType;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttachmentIntakeTest {

    private final AttachmentIntake intake = new AttachmentIntake();
    private Path folder = Path.of("");

    @BeforeEach
    void use(@TempDir Path temporary) {
        folder = temporary;
    }

    @Test
    void a_good_file_is_taken_with_its_name_type_and_size() throws IOException {
        Path file = file("report.PDF", "%PDF-1.7");

        Intake result = intake.offer(List.of(), List.of(file));

        assertThat(result.files()).containsExactly(new PendingFile(file, "report.PDF", FileType.PDF, 8));
        assertThat(result.refusals()).isEmpty();
    }

    @Test
    void each_bad_file_is_refused_for_its_own_reason() throws IOException {
        assertThat(refusal(file("virus.exe", "MZ"))).isEqualTo(Reason.TYPE_UNSUPPORTED);
        assertThat(refusal(file("renamed.pdf", "MZ"))).isEqualTo(Reason.TYPE_MISMATCH);
        assertThat(refusal(file("nothing.png", ""))).isEqualTo(Reason.EMPTY);
        assertThat(refusal(folder)).isEqualTo(Reason.NOT_A_FILE);
        assertThat(refusal(folder.resolve("gone.pdf"))).isEqualTo(Reason.NOT_A_FILE);
        assertThat(refusal(large("large.pdf"))).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void files_that_no_single_expert_reads_do_not_mix() throws IOException {
        Path text = file("a.txt", "words");
        Path picture = file("b.jpg", "\u00FF\u00D8\u00FF");

        Intake result = intake.offer(List.of(), List.of(text, picture));

        assertThat(result.files()).extracting(PendingFile::name).containsExactly("a.txt");
        assertThat(result.refusals()).containsExactly(new Refusal(Reason.MIXED, "b.jpg"));
    }

    @Test
    void no_more_files_are_taken_than_a_job_may_have() throws IOException {
        List<Path> files = new ArrayList<>();
        for (int index = 0; index <= Limit.ATTACHMENTS_PER_JOB.intValue(); index++) {
            files.add(file(index + ".txt", "words"));
        }

        Intake result = intake.offer(List.of(), files);

        assertThat(result.files()).hasSize(Limit.ATTACHMENTS_PER_JOB.intValue());
        assertThat(result.refusals()).extracting(Refusal::reason).containsExactly(Reason.TOO_MANY);
    }

    @Test
    void the_same_file_twice_is_one_file() throws IOException {
        Path file = file("a.txt", "words");

        Intake result = intake.offer(intake.offer(List.of(), List.of(file)).files(), List.of(file, file));

        assertThat(result.files()).hasSize(1);
        assertThat(result.refusals()).isEmpty();
    }

    @Test
    void a_pasted_picture_becomes_a_file_that_the_intake_takes_and_that_goes_away_in_the_end() throws IOException {
        PastedPictures pictures = new PastedPictures(folder.resolve("tmp"));
        Path file = pictures.keep(new Pixels(2, 1, new int[] {0xFFFF0000, 0xFF00FF00}));

        assertThat(intake.offer(List.of(), List.of(file)).files())
                .extracting(PendingFile::type)
                .containsExactly(FileType.PNG);
        pictures.close();

        assertThat(file).doesNotExist();
        assertThat(file.getParent()).doesNotExist();
    }

    @Test
    void a_picture_over_the_limit_does_not_fit() {
        assertThat(PastedPictures.fits(4000, 3000)).isTrue();
        assertThat(PastedPictures.fits(Limit.IMAGE_SIDE_PIXELS.value() + 1, 1)).isFalse();
        assertThat(PastedPictures.fits(8000, 8000)).isFalse();
    }

    private Reason refusal(Path file) {
        return intake.offer(List.of(), List.of(file)).refusals().getFirst().reason();
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content, StandardCharsets.ISO_8859_1);
    }

    private Path large(String name) throws IOException {
        Path file = file(name, "%PDF-");
        try (RandomAccessFile random = new RandomAccessFile(file.toFile(), "rw")) {
            random.setLength(Limit.ATTACHMENT_BYTES.value() + 1);
        }
        return file;
    }
}
