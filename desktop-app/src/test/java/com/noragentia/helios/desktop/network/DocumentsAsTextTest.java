/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.crypto.Sha256;
import com.noragentia.helios.protocol.crypto.SigningKey;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.FileType;
import com.noragentia.helios.worker.extract.Pdfs;
import com.noragentia.helios.worker.extract.Scans;
import java.awt.Font;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What of a member's files leaves this computer; the child that reads them is a real one. */
@Timeout(60)
final class DocumentsAsTextTest {

    @TempDir
    private Path folder;

    private ScriptedOrchestrator orchestrator;
    private DocumentsAsText network;

    @BeforeEach
    void connect() throws IOException {
        SigningKey device = SigningKey.generate(new SecureRandom());
        orchestrator = new ScriptedOrchestrator(device.verifyingKey());
        OrchestratorClient client = new OrchestratorClient(
                orchestrator.address(),
                new Login(
                        orchestrator.key().verifyingKey().fingerprint(),
                        device.verifyingKey().fingerprint(),
                        device),
                folder.resolve("token.json"),
                Clock.systemUTC(),
                new SecureRandom());
        network =
                new DocumentsAsText(client, folder.resolve("rooms"), folder.resolve("cache"), folder.resolve("models"));
    }

    @AfterEach
    void disconnect() {
        network.close();
        orchestrator.close();
    }

    @Test
    void of_a_document_only_the_text_goes_under_its_name() throws Exception {
        Path pdf = Pdfs.ofPages(
                folder.resolve("contrato.pdf"),
                List.of(List.of("El alquiler es de 780 euros."), List.of("La fianza son dos meses.")));

        Attachment attachment = network.upload(pdf);

        byte[] text = "Helios-Text/1\tpdf\t2\n1\tEl alquiler es de 780 euros.\n2\tLa fianza son dos meses.\n"
                .getBytes(StandardCharsets.UTF_8);
        assertThat(attachment.name()).isEqualTo("contrato.pdf");
        assertThat(attachment.type()).isEqualTo(FileType.HELIOS_TEXT);
        assertThat(attachment.bytes()).isEqualTo(text.length);
        assertThat(attachment.blob()).isEqualTo(Sha256.hex(text));
        assertThat(orchestrator.requests("/blobs")).hasSize(1);
        assertThat(orchestrator.requests("/blobs").getFirst().getUrl().queryParameter("name"))
                .isEqualTo("text.heliostext");
        try (Stream<Path> left = Files.list(folder.resolve("rooms"))) {
            assertThat(left.map(path -> path.getFileName().toString())).noneMatch(name -> name.startsWith("text"));
        }
    }

    @Test
    void a_document_that_cannot_be_read_is_told_before_anything_is_sent() throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.pdf"), "%PDF-1.7 nothing follows");

        ProblemException problem = catchThrowableOfType(ProblemException.class, () -> network.upload(broken));

        assertThat(problem.problem().code()).isEqualTo(ProblemCode.FILE_UNREADABLE);
        assertThat(problem.problem().values()).containsEntry("file", "broken.pdf");
        assertThat(orchestrator.requests("/")).isEmpty();
    }

    @Test
    void a_file_that_is_not_there_is_told_as_ever() {
        ProblemException problem =
                catchThrowableOfType(ProblemException.class, () -> network.upload(folder.resolve("gone.pdf")));

        assertThat(problem.problem().code()).isEqualTo(ProblemCode.FILE_NOT_FOUND);
    }

    /** The model that reads is a real one, in a process of its own. */
    @Test
    void of_a_scan_only_what_was_read_goes_with_its_places() throws Exception {
        Path scan = Scans.ofPages(
                folder.resolve("scan.pdf"),
                Scans.text("This page is text."),
                Scans.Page.of(Font.SERIF, 12, 0.5, "The rent is 780 euros a month."));

        List<String> told = new ArrayList<>();
        Attachment attachment = network.upload(scan, (pages, of) -> told.add(pages + " of " + of));

        assertThat(told).startsWith("0 of 1").endsWith("1 of 1");
        assertThat(attachment.name()).isEqualTo("scan.pdf");
        assertThat(attachment.type()).isEqualTo(FileType.HELIOS_TEXT);
        assertThat(orchestrator.requests("/blobs").getFirst().getBody().utf8())
                .matches(
                        "Helios-Text/2\\s+pdf\\s+2\\s+1\\s+This page is text\\.\\s+2@\\d+,\\d+,\\d+,\\d+\\s+The rent is 780 euros a month\\.\\s");
        try (Stream<Path> left = Files.list(folder.resolve("rooms"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void where_nobody_here_can_look_at_a_scan_the_document_itself_goes_and_that_is_told() throws Exception {
        Files.writeString(folder.resolve("models"), "a file where the models should be");
        Path scan =
                Scans.ofPages(folder.resolve("scan.pdf"), Scans.Page.of(Font.SERIF, 12, 0.5, "The rent is 780 euros."));

        AtomicInteger told = new AtomicInteger();
        Attachment attachment = network.upload(scan, tellingIn(told));

        assertThat(told).hasValue(1);
        assertThat(attachment.type()).isEqualTo(FileType.PDF);
        assertThat(attachment.bytes()).isEqualTo(Files.size(scan));
    }

    private static ScanProgress tellingIn(AtomicInteger told) {
        return new ScanProgress() {
            @Override
            public void read(int pages, int of) {}

            @Override
            public void goesAsItIs() {
                told.incrementAndGet();
            }
        };
    }

    @Test
    void a_picture_goes_as_it_is() throws Exception {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3};
        Path picture = Files.write(folder.resolve("photo.png"), png);

        Attachment attachment = network.upload(picture);

        assertThat(attachment.type()).isEqualTo(FileType.PNG);
        assertThat(attachment.bytes()).isEqualTo(png.length);
    }

    @Test
    void where_no_child_can_be_had_the_document_itself_goes() throws Exception {
        Files.writeString(folder.resolve("rooms"), "a file where the rooms should be");
        Path file = Files.writeString(folder.resolve("notes.txt"), "All is well.");

        Attachment attachment = network.upload(file);

        assertThat(attachment.type()).isEqualTo(FileType.TEXT);
        assertThat(attachment.bytes()).isEqualTo(Files.size(file));
    }
}
