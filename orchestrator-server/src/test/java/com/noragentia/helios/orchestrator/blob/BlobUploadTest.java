/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.blob;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.orchestrator.trial.Member;
import com.noragentia.helios.orchestrator.trial.Network;
import com.noragentia.helios.orchestrator.trial.Reply;
import com.noragentia.helios.protocol.api.BlobStored;
import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.crypto.Sha256;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BlobUploadTest {

    private static final byte[] PDF = "%PDF-1.7 not much of one".getBytes(StandardCharsets.US_ASCII);

    private Network network;
    private Member member;

    @BeforeAll
    void start(@TempDir Path data) {
        network = new Network(data, Clock.systemUTC());
        member = network.firstMember();
    }

    @AfterAll
    void stop() {
        network.close();
    }

    @Test
    void a_file_is_named_by_its_hash() throws IOException {
        BlobStored stored = member.tryUpload("lease.pdf", PDF).as(BlobStored.class);
        String hash = Sha256.hex(PDF);
        assertThat(stored).isEqualTo(new BlobStored(hash, PDF.length));
        assertThat(network.data().resolve("blobs").resolve(hash.substring(0, 2)).resolve(hash))
                .hasBinaryContent(PDF);
        assertThat(arriving()).isEmpty();
    }

    @Test
    void an_empty_file_is_refused() {
        assertThat(member.tryUpload("empty.png", new byte[0]).problem()).isEqualTo(ProblemCode.ATTACHMENT_EMPTY);
    }

    @Test
    void a_type_nobody_reads_is_refused() {
        assertThat(member.tryUpload("run.exe", PDF).problem()).isEqualTo(ProblemCode.FILE_TYPE_UNSUPPORTED);
        assertThat(member.tryUpload("noextension", PDF).problem()).isEqualTo(ProblemCode.FILE_TYPE_UNSUPPORTED);
    }

    @Test
    void a_program_renamed_to_pdf_is_refused() throws IOException {
        byte[] program = "MZ\u0090 this is no document".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(member.tryUpload("invoice.pdf", program).problem()).isEqualTo(ProblemCode.FILE_TYPE_MISMATCH);
        assertThat(arriving()).isEmpty();
    }

    @Test
    void text_taken_out_of_a_document_says_so_in_its_first_line() {
        byte[] text = "Helios-Text/1\tpdf\t1\n1\tThe rent is 780 euros.\n".getBytes(StandardCharsets.UTF_8);
        assertThat(member.tryUpload("text.heliostext", text).status()).isEqualTo(201);
        assertThat(member.tryUpload("text.heliostext", PDF).problem()).isEqualTo(ProblemCode.FILE_TYPE_MISMATCH);
    }

    @Test
    void text_taken_out_of_a_document_is_short() {
        byte[] large = new byte[Limit.HELIOS_TEXT_BYTES.intValue() + 1];
        byte[] head = "Helios-Text/1\tpdf\t1\n".getBytes(StandardCharsets.UTF_8);
        Arrays.fill(large, (byte) 'a');
        System.arraycopy(head, 0, large, 0, head.length);
        Reply reply = member.tryUpload("text.heliostext", large);
        assertThat(reply.problem()).isEqualTo(ProblemCode.DOCUMENT_TOO_LONG);
    }

    @Test
    void a_file_over_the_limit_is_refused_by_its_length() {
        byte[] large = new byte[Limit.ATTACHMENT_BYTES.intValue() + 1];
        System.arraycopy(PDF, 0, large, 0, PDF.length);
        Reply reply = member.tryUpload("large.pdf", large);
        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.problem()).isEqualTo(ProblemCode.ATTACHMENT_TOO_LARGE);
    }

    @Test
    void a_file_of_exactly_the_limit_is_taken() {
        byte[] large = new byte[Limit.ATTACHMENT_BYTES.intValue()];
        System.arraycopy(PDF, 0, large, 0, PDF.length);
        assertThat(member.tryUpload("large.pdf", large).status()).isEqualTo(201);
    }

    @Test
    void a_file_of_unknown_length_is_refused() {
        RequestBody chunked = new RequestBody() {
            @Override
            public @Nullable MediaType contentType() {
                return null;
            }

            @Override
            public void writeTo(BufferedSink sink) throws IOException {
                sink.write(PDF);
            }
        };
        Reply reply = Member.send(member.request("/api/v1/blobs?name=a.pdf").post(chunked));
        assertThat(reply.problem()).isEqualTo(ProblemCode.REQUEST_INVALID);
    }

    @Test
    void strangers_upload_nothing() {
        Member stranger = new Member(network::address, Network.newKey(), "stranger");
        assertThat(stranger.tryUpload("a.pdf", PDF).problem()).isEqualTo(ProblemCode.UNAUTHENTICATED);
    }

    @Test
    void a_file_is_of_use_only_to_the_member_who_brought_it() {
        Attachment attachment = member.upload("mine.txt", "only mine".getBytes(StandardCharsets.UTF_8));
        Member other = network.anotherMember("other");
        TaskInput question = new TaskInput.Document(
                Language.EN, "What does it say?", TaskInput.DocumentGoal.ANSWER, List.of(attachment));
        assertThat(other.tryAsk(question).problem()).isEqualTo(ProblemCode.ATTACHMENT_MISSING);
        assertThat(member.tryAsk(question).status()).isEqualTo(202);
    }

    @Test
    void a_link_that_nobody_signed_opens_nothing() {
        String blob = member.upload("link.pdf", PDF).blob();
        String link = "/api/v1/blobs/" + blob + "?lease=l&expires=" + Long.MAX_VALUE + "&signature=";
        assertThat(member.get(link + "AAAA").problem()).isEqualTo(ProblemCode.FORBIDDEN);
        assertThat(member.get("/api/v1/blobs/" + blob).problem()).isEqualTo(ProblemCode.FORBIDDEN);
        assertThat(member.get("/api/v1/blobs/..%2F..%2Fserver.key?expires=1").status())
                .isGreaterThanOrEqualTo(400);
    }

    private List<Path> arriving() throws IOException {
        try (Stream<Path> files = Files.list(network.data().resolve("blobs/incoming"))) {
            return files.toList();
        }
    }
}
