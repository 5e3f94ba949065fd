/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.member;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.orchestrator.trial.Member;
import com.noragentia.helios.orchestrator.trial.Network;
import com.noragentia.helios.orchestrator.trial.Reply;
import com.noragentia.helios.orchestrator.trial.TestClock;
import com.noragentia.helios.protocol.api.EnrolmentGranted;
import com.noragentia.helios.protocol.api.EnrolmentRequest;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.crypto.Proofs;
import com.noragentia.helios.protocol.crypto.SigningKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrolmentTest {

    private final TestClock clock = new TestClock();
    private Network network;

    @BeforeEach
    void start(@TempDir Path data) {
        network = new Network(data, clock);
    }

    @AfterEach
    void stop() {
        network.close();
    }

    @Test
    void whoever_reads_the_first_code_becomes_the_first_member_and_the_code_goes() throws IOException {
        Path file = network.data().resolve("first-enrolment-code");
        String code = network.firstCode();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        Member member = stranger("laptop");
        EnrolmentGranted granted = member.tryEnrol(code).as(EnrolmentGranted.class);

        assertThat(granted.device()).isEqualTo(member.device());
        assertThat(granted.serverKey()).isNotEmpty();
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> Files.notExists(file));
    }

    @Test
    void secrets_are_in_the_database_only_as_hashes() throws IOException {
        String code = network.firstCode();
        stranger("laptop").enrol(code);
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> Files.notExists(network.data().resolve("first-enrolment-code")));
        assertKeptAsHashOnly(code);
        network.stop();
        assertKeptAsHashOnly(code);
    }

    /** Neither as it is shown, nor as it is typed, nor in part, in whatever file: the journal beside the database holds it first. */
    private void assertKeptAsHashOnly(String code) throws IOException {
        int checked = 0;
        try (Stream<Path> files = Files.walk(network.data())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                for (String form :
                        List.of(code, code.toLowerCase(Locale.ROOT), code.replace("-", ""), code.substring(0, 11))) {
                    assertThat(content.contains(form))
                            .as("%s in %s", form, file.getFileName())
                            .isFalse();
                }
                checked++;
            }
        }
        assertThat(checked).isPositive();
    }

    @Test
    void a_first_code_that_nobody_used_is_renewed() {
        String old = network.firstCode();
        clock.pass(Members.CODE_LIFE);
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> !network.firstCode().equals(old));
        assertThat(stranger("late").tryEnrol(old).problem()).isEqualTo(ProblemCode.ENROLMENT_CODE_INVALID);
        Member first = stranger("in time");
        assertThat(first.tryEnrol(network.firstCode())
                        .as(EnrolmentGranted.class)
                        .device())
                .isEqualTo(first.device());
    }

    @Test
    void a_code_is_good_once() {
        String code = network.firstCode();
        stranger("first").enrol(code);
        assertThat(stranger("second").tryEnrol(code).problem()).isEqualTo(ProblemCode.ENROLMENT_CODE_INVALID);
    }

    @Test
    void a_made_up_code_is_refused() {
        assertThat(stranger("guesser").tryEnrol("AAAAA-BBBBB-CCCCC-DDDDD").problem())
                .isEqualTo(ProblemCode.ENROLMENT_CODE_INVALID);
    }

    @Test
    void a_proof_of_another_key_is_refused_and_leaves_the_code_good() {
        String code = network.firstCode();
        SigningKey mine = Network.newKey();
        String publicKey = Network.newKey().verifyingKey().encoded();
        String proof = mine.sign(Proofs.enrolment(code, publicKey, "thief"));

        Reply reply = stranger("thief").post("/api/v1/devices", new EnrolmentRequest(code, publicKey, "thief", proof));

        assertThat(reply.problem()).isEqualTo(ProblemCode.PROOF_INVALID);
        stranger("owner").enrol(code);
    }

    @Test
    void a_key_that_is_no_key_is_refused() {
        Reply reply = stranger("x").post("/api/v1/devices", new EnrolmentRequest("c", "!!", "x", "p"));
        assertThat(reply.problem()).isEqualTo(ProblemCode.PROOF_INVALID);
    }

    @Test
    void a_name_must_be_printable_and_short() {
        String code = network.firstCode();
        assertThat(stranger(" ").tryEnrol(code).problem()).isEqualTo(ProblemCode.REQUEST_INVALID);
        assertThat(stranger("a\nb").tryEnrol(code).problem()).isEqualTo(ProblemCode.REQUEST_INVALID);
        assertThat(stranger("n".repeat(101)).tryEnrol(code).problem()).isEqualTo(ProblemCode.REQUEST_INVALID);
    }

    @Test
    void an_invited_device_joins_the_same_member() {
        Member first = network.firstMember();
        Member second = network.anotherDevice(first, "phone");

        String job = first.ask("Whose job is it?");

        assertThat(second.status(job).job()).isEqualTo(job);
    }

    @Test
    void only_members_may_invite() {
        Reply reply = stranger("x").post("/api/v1/me/enrolment-codes", Map.of());
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.problem()).isEqualTo(ProblemCode.UNAUTHENTICATED);
    }

    private Member stranger(String name) {
        return new Member(network::address, Network.newKey(), name);
    }
}
