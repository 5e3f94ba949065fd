/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.task.Language;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SealedKeyFileTest {

    private static final char[] PASSPHRASE = "cuatro palabras año ñu".toCharArray();

    private final SecureRandom random = new SecureRandom();
    private final RecoveryKey key = RecoveryKey.generate(random);

    @Test
    void a_key_comes_out_as_it_went_in() {
        String written = SealedKeyFile.seal(key, PASSPHRASE, random).encoded();

        RecoveryKey read = read(written).open(PASSPHRASE);

        assertThat(read.signingKey().verifyingKey()).isEqualTo(key.signingKey().verifyingKey());
        assertThat(read.phrase(Language.EN)).isEqualTo(key.phrase(Language.EN));
        assertThat(written)
                .contains("\"iterations\":600000")
                .doesNotContain(Base64.getUrlEncoder().withoutPadding().encodeToString(key.secret()));
    }

    @Test
    void two_files_of_one_key_have_nothing_in_common() {
        SealedKeyFile first = quick();
        SealedKeyFile second = quick();

        assertThat(first.salt()).isNotEqualTo(second.salt());
        assertThat(first.nonce()).isNotEqualTo(second.nonce());
        assertThat(first.sealed()).isNotEqualTo(second.sealed());
    }

    @Test
    void another_passphrase_opens_nothing() {
        SealedKeyFile file = quick();

        for (String other : new String[] {"", "Cuatro palabras año ñu", "x".repeat(2_000)}) {
            assertThatThrownBy(() -> file.open(other.toCharArray()))
                    .satisfies(e -> assertReason(e, "passphrase-wrong"));
        }
    }

    @Test
    void a_file_that_was_changed_anywhere_opens_nothing() {
        SealedKeyFile file = quick();
        byte[] sealed = Base64.getUrlDecoder().decode(file.sealed());
        for (int at : new int[] {0, 31, 32, 47}) {
            byte[] flipped = sealed.clone();
            flipped[at] ^= 1;
            assertSpoilt(new SealedKeyFile(
                    file.format(),
                    file.iterations(),
                    file.salt(),
                    file.nonce(),
                    Base64.getUrlEncoder().withoutPadding().encodeToString(flipped)));
        }
        assertSpoilt(new SealedKeyFile(file.format(), file.iterations() + 1, file.salt(), file.nonce(), file.sealed()));
        assertSpoilt(new SealedKeyFile(file.format(), file.iterations(), file.salt(), quick().nonce(), file.sealed()));
    }

    private static void assertSpoilt(SealedKeyFile file) {
        assertThatThrownBy(() -> file.open(PASSPHRASE)).satisfies(e -> assertReason(e, "passphrase-wrong"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{}",
                "[1]",
                "not a key",
                "{\"format\":\"helios-recovery-key-2\",\"iterations\":600000,\"salt\":\"AAAAAAAAAAAAAAAAAAAAAA\","
                        + "\"nonce\":\"AAAAAAAAAAAAAAAA\",\"sealed\":\"AA\"}",
                "{\"format\":\"helios-recovery-key-1\",\"iterations\":600000,\"salt\":\"!\",\"nonce\":\"!\",\"sealed\":\"!\"}"
            })
    void what_is_no_such_file_is_refused(String content) {
        assertThatThrownBy(() -> read(content)).satisfies(e -> assertReason(e, "key-file"));
    }

    @ParameterizedTest
    @ValueSource(
            ints = {-1, 0, 1, SealedKeyFile.MIN_ITERATIONS - 1, SealedKeyFile.MAX_ITERATIONS + 1, Integer.MAX_VALUE})
    void a_file_cannot_be_weak_or_keep_the_computer_busy(int iterations) {
        SealedKeyFile file = quick();
        String hostile =
                new SealedKeyFile(file.format(), iterations, file.salt(), file.nonce(), file.sealed()).encoded();

        assertThatThrownBy(() -> read(hostile)).satisfies(e -> assertReason(e, "key-file"));
    }

    @Test
    void a_huge_file_is_refused_unread() {
        assertThatThrownBy(() -> read(quick().encoded() + " ".repeat(SealedKeyFile.MAX_BYTES)))
                .satisfies(e -> assertReason(e, "key-file"));
    }

    @Test
    void a_passphrase_that_can_be_guessed_is_not_taken() {
        assertThatThrownBy(() -> SealedKeyFile.seal(key, "neun-9999".toCharArray(), random))
                .satisfies(e -> assertReason(e, "passphrase-short"));
    }

    @Test
    void no_secret_is_told_by_accident() {
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(key.secret());

        assertThat(key.toString())
                .doesNotContain(secret)
                .contains(key.signingKey().verifyingKey().fingerprint());
    }

    private SealedKeyFile quick() {
        return SealedKeyFile.seal(key, PASSPHRASE, random, SealedKeyFile.MIN_ITERATIONS);
    }

    private static SealedKeyFile read(String content) {
        return SealedKeyFile.read(content.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertReason(Throwable problem, String reason) {
        assertThat(problem)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().values()).containsEntry("reason", reason));
    }
}
