/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeyTest {

    private final SigningKey key = SigningKey.generate(new SecureRandom());

    @Test
    void a_signature_holds_for_its_message_and_no_other() {
        String signature = key.sign("harbour".getBytes(UTF_8));

        assertThat(key.verifyingKey().verifies("harbour".getBytes(UTF_8), signature))
                .isTrue();
        assertThat(key.verifyingKey().verifies("harbor".getBytes(UTF_8), signature))
                .isFalse();
    }

    @Test
    void another_key_does_not_vouch_for_it() {
        String signature = key.sign("harbour".getBytes(UTF_8));

        VerifyingKey other = SigningKey.generate(new SecureRandom()).verifyingKey();

        assertThat(other.verifies("harbour".getBytes(UTF_8), signature)).isFalse();
    }

    /** RFC 8032, section 7.1, test 3. */
    @Test
    void the_published_vector_verifies() {
        byte[] subjectPublicKeyInfo = HexFormat.of()
                .parseHex("302a300506032b6570032100fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025");
        byte[] signature = HexFormat.of()
                .parseHex("6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
                        + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a");

        VerifyingKey published = VerifyingKey.decode(base64(subjectPublicKeyInfo));

        assertThat(published.verifies(new byte[] {(byte) 0xaf, (byte) 0x82}, base64(signature)))
                .isTrue();
    }

    @Test
    void a_key_survives_being_written_down() {
        SigningKey read = SigningKey.decode(key.encoded());

        assertThat(read.verifyingKey()).isEqualTo(key.verifyingKey());
        assertThat(key.verifyingKey().verifies(new byte[] {1}, read.sign(new byte[] {1})))
                .isTrue();
    }

    @Test
    void a_key_does_not_show_its_secret_when_printed() {
        assertThat(key.toString()).doesNotContain(key.encoded().split("\\.")[0]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b", "....", "!!.!!", "MC4CAQAwBQYDK2VwBCIEIA.MCowBQYDK2VwAyEA"})
    void what_is_not_a_key_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> SigningKey.decode(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not base64!", "AAAA"})
    void a_malformed_signature_is_simply_wrong(String signature) {
        assertThat(key.verifyingKey().verifies(new byte[] {1}, signature)).isFalse();
    }

    @Test
    void proofs_for_different_purposes_never_sign_the_same_bytes() {
        assertThat(Proofs.token("s", "n", "d")).isNotEqualTo(Proofs.channel("s", "n", "d"));
        assertThat(Proofs.channel("a", "b\n1:c", "d")).isNotEqualTo(Proofs.channel("a", "b", "c\n1:d"));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** RFC 8032, section 7.1, test 1. */
    @Test
    void a_seed_makes_the_key_that_the_standard_says() {
        byte[] seed = HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");

        byte[] encoded = Base64.getUrlDecoder()
                .decode(SigningKey.ofSeed(seed).verifyingKey().encoded());

        assertThat(HexFormat.of().formatHex(encoded))
                .endsWith("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    }

    @Test
    void a_key_of_a_seed_signs_and_can_be_kept() {
        SigningKey key = SigningKey.ofSeed(new byte[SigningKey.SEED_BYTES]);
        byte[] message = {1, 2, 3};

        String signature = SigningKey.decode(key.encoded()).sign(message);

        assertThat(key.verifyingKey().verifies(message, signature)).isTrue();
    }

    @Test
    void a_bound_proof_is_no_unbound_one() {
        byte[] exporter = new byte[32];

        assertThat(Proofs.boundToken("s", "n", "d", exporter)).isNotEqualTo(Proofs.token("s", "n", "d"));
        assertThat(Proofs.boundChannel("s", "n", "d", exporter)).isNotEqualTo(Proofs.channel("s", "n", "d"));
        assertThat(Proofs.boundChannel("s", "n", "d", exporter))
                .isNotEqualTo(Proofs.boundChannel("s", "n", "d", new byte[] {1}));
    }

    @Test
    void a_proof_says_whether_it_could_have_been_bound() {
        assertThat(Proofs.unofferedToken("s", "n", "d")).isNotEqualTo(Proofs.token("s", "n", "d"));
        assertThat(Proofs.unofferedChannel("s", "n", "d")).isNotEqualTo(Proofs.channel("s", "n", "d"));
    }
}
