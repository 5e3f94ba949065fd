/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.orchestrator.trial.Member;
import com.noragentia.helios.orchestrator.trial.Network;
import com.noragentia.helios.orchestrator.trial.Reply;
import com.noragentia.helios.protocol.api.ModelsOnOffer;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.crypto.Sha256;
import com.noragentia.helios.protocol.crypto.SigningKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The network's copy of model files, over HTTP. */
class MirrorTest {

    private static final byte[] CONTENT = "0123456789".repeat(20_000).getBytes(StandardCharsets.UTF_8);
    private static final String HASH = Sha256.hex(CONTENT);
    private static final String PATH = "/api/v1/models/files/" + HASH;

    @TempDir
    private Path data;

    private Network network;
    private Member member;

    @BeforeEach
    void pin() throws Exception {
        network = new Network(data, Clock.systemUTC());
        member = network.firstMember();
        SigningKey key = SigningKey.decode(Files.readString(data.resolve("server.key")));
        UnpinnedModel model = PinningFixture.model(null);
        try (LocalHub hub = new LocalHub().put(model, CONTENT)) {
            var manifest = new Pinning(new PinnedFolder(data.resolve("models")), key, hub.address(), _ -> {})
                    .pin(model, (_, _, _) -> {});
            assertThat(manifest.id()).isEqualTo("small");
        }
    }

    @AfterEach
    void close() {
        network.close();
    }

    @Test
    void what_was_pinned_beside_a_running_orchestrator_is_offered_from_its_next_start() throws Exception {
        assertThat(offer().models()).noneMatch(signed -> signed.manifest().contains("\"small\""));
        assertThat(member.get(PATH).problem()).isEqualTo(ProblemCode.FILE_NOT_FOUND);

        restart();

        assertThat(offer().models()
                        .getFirst()
                        .verify(serverKey().verifyingKey())
                        .id())
                .isEqualTo("small");
        assertThat(member.network().models()).anyMatch(model -> model.model().equals("small"));
        assertThat(member.get(PATH).body()).isEqualTo(new String(CONTENT, StandardCharsets.UTF_8));
    }

    @Test
    void only_enrolled_devices_get_files_but_anybody_may_see_what_is_signed() {
        restart();
        Member stranger = member.withoutToken();

        assertThat(stranger.get(PATH).problem()).isEqualTo(ProblemCode.UNAUTHENTICATED);
        assertThat(stranger.get("/api/v1/models").status()).isEqualTo(200);
    }

    @Test
    void a_range_gives_that_part_and_says_so() throws Exception {
        restart();
        try (Response part = ask("bytes=199990-", "\"" + HASH + "\"")) {
            assertThat(part.code()).isEqualTo(206);
            assertThat(part.header("Content-Range")).isEqualTo("bytes 199990-199999/200000");
            assertThat(part.header("ETag")).isEqualTo("\"" + HASH + "\"");
            assertThat(part.body().string()).isEqualTo("0123456789");
        }
        try (Response part = ask("bytes=5-6", null)) {
            assertThat(part.body().string()).isEqualTo("56");
        }
    }

    @Test
    void a_range_of_another_content_gives_the_whole() throws Exception {
        restart();
        try (Response whole = ask("bytes=5-6", "\"other\"")) {
            assertThat(whole.code()).isEqualTo(200);
            assertThat(whole.body().bytes()).isEqualTo(CONTENT);
        }
    }

    @Test
    void a_range_beyond_the_end_is_refused_with_the_length() {
        restart();
        try (Response none = ask("bytes=200000-", null)) {
            assertThat(none.code()).isEqualTo(416);
            assertThat(none.header("Content-Range")).isEqualTo("bytes */200000");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"..%2f..%2fserver.key", "server.key", "small.json", ""})
    void nothing_but_files_of_signed_manifests_is_given(String name) {
        restart();
        Reply reply = member.get("/api/v1/models/files/" + name);

        assertThat(reply.status()).isIn(400, 404);
        assertThat(member.get("/api/v1/models/files/" + "0".repeat(64)).problem())
                .isEqualTo(ProblemCode.FILE_NOT_FOUND);
    }

    @Test
    void a_file_that_is_gone_cut_or_a_link_is_not_given() throws Exception {
        restart();
        Path file = data.resolve("models/files").resolve(HASH);
        Files.write(file, new byte[5]);
        assertThat(member.get(PATH).problem()).isEqualTo(ProblemCode.FILE_NOT_FOUND);

        Files.delete(file);
        assertThat(member.get(PATH).problem()).isEqualTo(ProblemCode.FILE_NOT_FOUND);

        Files.createSymbolicLink(file, Files.write(data.resolve("copy"), CONTENT));
        assertThat(member.get(PATH).problem()).isEqualTo(ProblemCode.FILE_NOT_FOUND);
    }

    @Test
    void one_device_takes_so_many_seats_and_no_more() {
        MirrorSeats seats = new MirrorSeats();
        for (int i = 0; i < MirrorSeats.EACH_DEVICE; i++) {
            assertThat(seats.take("a")).isTrue();
        }
        assertThat(seats.take("a")).isFalse();
        assertThat(seats.take("b")).isTrue();
        seats.giveBack("a");
        assertThat(seats.take("a")).isTrue();
    }

    @Test
    void all_devices_together_take_so_many_seats_and_no_more() {
        MirrorSeats seats = new MirrorSeats();
        for (int i = 0; i < MirrorSeats.ALL; i++) {
            assertThat(seats.take("device-" + i)).isTrue();
        }
        assertThat(seats.take("one more")).isFalse();
    }

    private void restart() {
        network.restart();
        member.login();
    }

    private ModelsOnOffer offer() {
        return member.get("/api/v1/models").as(ModelsOnOffer.class);
    }

    private SigningKey serverKey() throws Exception {
        return SigningKey.decode(Files.readString(data.resolve("server.key")));
    }

    private Response ask(String range, @Nullable String condition) {
        var request = member.request(PATH).header("Range", range);
        if (condition != null) {
            request.header("If-Range", condition);
        }
        try {
            return Member.HTTP.newCall(request.build()).execute();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
