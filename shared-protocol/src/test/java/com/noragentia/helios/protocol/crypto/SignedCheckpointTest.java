/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedCheckpointTest {

    private static final SigningKey KEY = SigningKey.generate(new SecureRandom());
    private static final SignedCheckpoint SIGNED = SignedCheckpoint.sign(3, TreeHash.leaf(new byte[0]), KEY);

    /** From the documentation of golang.org/x/mod/sumdb/note, which other programs for such notes are tested with as well. */
    @Test
    void a_note_that_another_program_signed_is_read() {
        String key = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
        String text =
                "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
        String note = text
                + "\n\u2014 PeterNeumann"
                + " x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
        VerifyingKey published = keyOf(key);

        assertThat(SignedNote.open(note, "PeterNeumann", published)).contains(text);
        assertThat(SignedNote.verifierKey("PeterNeumann", published)).isEqualTo(key);
        assertThat(SignedNote.open(note.replace("think", "thing"), "PeterNeumann", published))
                .isEmpty();
    }

    private static VerifyingKey keyOf(String verifierKey) {
        byte[] typed = Base64.getDecoder().decode(verifierKey.substring(verifierKey.lastIndexOf('+') + 1));
        String raw = HexFormat.of().formatHex(typed, 1, typed.length);
        byte[] wrapped = HexFormat.of().parseHex("302a300506032b6570032100" + raw);
        return VerifyingKey.decode(Base64.getUrlEncoder().encodeToString(wrapped));
    }

    @Test
    void a_checkpoint_is_read_by_whoever_has_the_key() {
        assertThat(SignedCheckpoint.open(SIGNED.note(), KEY.verifyingKey())).contains(SIGNED);
        assertThat(SIGNED.checkpoint().origin()).isEqualTo(KEY.verifyingKey().fingerprint());
        assertThat(SIGNED.note()).startsWith(KEY.verifyingKey().fingerprint() + "\n3\n");
    }

    @Test
    void a_checkpoint_of_another_server_is_refused() {
        SigningKey other = SigningKey.generate(new SecureRandom());

        assertThat(SignedCheckpoint.open(SIGNED.note(), other.verifyingKey())).isEmpty();
        String foreign = new Checkpoint("elsewhere", 3, TreeHash.EMPTY).text();
        String signedForeign = SignedNote.sign(foreign, KEY.verifyingKey().fingerprint(), KEY);
        assertThat(SignedCheckpoint.open(signedForeign, KEY.verifyingKey())).isEmpty();
    }

    @Test
    void no_flipped_bit_goes_unseen() {
        byte[] note = SIGNED.note().getBytes(StandardCharsets.UTF_8);
        int textAndSignature = note.length - 1; // the last byte is the line feed at the end
        for (int i = 0; i < textAndSignature; i++) {
            byte[] flipped = note.clone();
            flipped[i] ^= 4;
            String changed = new String(flipped, StandardCharsets.UTF_8);

            assertThat(SignedCheckpoint.open(changed, KEY.verifyingKey()))
                    .as("byte %s", i)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\n\n", "a\n\n\u2014 a ", "a\n\n\u2014 a !!\n", "a\n\n\u2014 a AAAA\n"})
    void what_is_no_note_is_refused(String note) {
        assertThat(SignedNote.open(note, "a", KEY.verifyingKey())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\n1\n", "a\n-1\nAAAA\n", "a\n01\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n"})
    void what_is_no_checkpoint_is_refused(String text) {
        assertThat(Checkpoint.of(text)).isEmpty();
    }
}
