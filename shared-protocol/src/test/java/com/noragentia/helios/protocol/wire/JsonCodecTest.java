/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonCodecTest {

    private static final int MAX_BYTES = 4_096;

    @Test
    void fields_that_a_newer_peer_added_are_passed_over() throws WireException {
        ToWorker read = JsonCodec.decode(
                "{\"type\":\"welcome\",\"session\":\"s-1\",\"colour\":{\"of\":[\"the\",\"sky\"]}}",
                ToWorker.class,
                MAX_BYTES);

        assertThat(read).isEqualTo(new ToWorker.Welcome("s-1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"format_disk\"}",
                "{\"session\":\"no type\"}",
                "{\"type\":\"progress\",\"lease\":\"l\",\"index\":null,\"text\":\"x\"}",
                "{\"type\":\"progress\",\"lease\":\"l\",\"index\":1e999,\"text\":\"x\"}",
                "{\"type\":\"progress\",\"index\":1,\"text\":\"x\"}",
                "{\"type\":\"progress\",\"lease\":null,\"index\":1,\"text\":\"x\"}",
                "{\"type\":\"open_leases\",\"leases\":[null]}",
                "{\"type\":\"draining\"} {\"type\":\"draining\"}",
                "{\"type\":\"draining\"",
                "[]",
                "null",
                "\"draining\"",
                "",
                "\u0000"
            })
    void what_is_not_a_message_is_refused(String json) {
        assertThatExceptionOfType(WireException.class)
                .isThrownBy(() -> JsonCodec.decode(json, FromWorker.class, MAX_BYTES));
    }

    @Test
    void a_message_over_its_limit_is_refused_before_it_is_parsed() {
        String json = "{\"type\":\"notice\",\"text\":\"" + "x".repeat(MAX_BYTES) + "\"}";

        assertThatExceptionOfType(WireException.class)
                .isThrownBy(() -> JsonCodec.decode(json, ToWorker.class, MAX_BYTES))
                .withMessageContaining("bytes");
    }

    @Test
    void the_limit_counts_bytes_not_characters() {
        String json = "{\"type\":\"notice\",\"text\":\"" + "ñ".repeat(MAX_BYTES / 2) + "\"}";

        assertThatExceptionOfType(WireException.class)
                .isThrownBy(() -> JsonCodec.decode(json, ToWorker.class, MAX_BYTES));
    }

    @Test
    void nesting_without_end_is_refused() {
        int depth = Limit.JSON_DEPTH.intValue() * 10;
        String json = "{\"type\":\"draining\",\"x\":" + "[".repeat(depth) + "]".repeat(depth) + "}";

        assertThatExceptionOfType(WireException.class)
                .isThrownBy(() -> JsonCodec.decode(json, FromWorker.class, MAX_BYTES));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"notice\",\"text\":\"my-secret-question\",",
                "{\"type\":\"progress\",\"lease\":\"l\",\"index\":\"my-secret-question\",\"text\":\"x\"}",
                "{\"type\":\"my-secret-question\"}",
                "my-secret-question",
                "{\"type\":\"progress\",\"lease\":{\"my-secret-question\":1},\"index\":1,\"text\":\"x\"}"
            })
    void an_error_does_not_repeat_the_words_of_a_member(String json) {
        assertThatExceptionOfType(WireException.class)
                .isThrownBy(() -> JsonCodec.decode(json, FromWorker.class, MAX_BYTES))
                .satisfies(thrown -> assertThat(thrown).hasNoCause())
                .satisfies(thrown -> assertThat(thrown.toString()).doesNotContain("my-secret-question"));
    }

    @Test
    void an_error_names_the_field_and_no_class_of_ours() {
        assertThatExceptionOfType(WireException.class)
                .isThrownBy(() -> JsonCodec.decode(
                        "{\"type\":\"progress\",\"lease\":\"l\",\"index\":\"x\",\"text\":\"x\"}",
                        FromWorker.class,
                        MAX_BYTES))
                .withMessage("JSON in which 'index' is missing, null or of another kind");
        assertThatExceptionOfType(WireException.class)
                .isThrownBy(() -> JsonCodec.decode("{\"type\":\"draining\"", FromWorker.class, MAX_BYTES))
                .withMessageStartingWith("not JSON at character ");
        assertThatExceptionOfType(WireException.class)
                .isThrownBy(() -> JsonCodec.decode("{\"type\":\"unheard\"}", FromWorker.class, MAX_BYTES))
                .withMessageEndingWith("has no \"type\" that is known here");
    }

    @Test
    void damaged_messages_end_in_a_message_or_a_refusal_and_nothing_else() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(42);
        for (int round = 0; round < 5_000; round++) {
            FromWorker sample = Samples.FROM_WORKER.get(random.nextInt(Samples.FROM_WORKER.size()));
            byte[] bytes = JsonCodec.encodeToString(sample).getBytes(StandardCharsets.UTF_8);
            for (int hits = random.nextInt(1, 4); hits > 0; hits--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            assertReadOrRefused(bytes);
        }
    }

    private static void assertReadOrRefused(byte[] bytes) {
        try {
            assertThat(JsonCodec.decode(bytes, FromWorker.class, MAX_BYTES)).isNotNull();
        } catch (IOException refused) {
            assertThat(refused).isInstanceOf(WireException.class);
        }
    }
}
