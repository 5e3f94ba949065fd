/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.task.Language;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class RecoveryPhraseTest {

    private static final String PHRASE =
            "hamster diagram private dutch cause delay private meat slide toddler razor book"
                    + " happy fancy gospel tennis maple dilemma loan word shrug inflict delay length";

    /** Vectors that the authors of BIP-39 publish (trezor/python-mnemonic, vectors.json). */
    @ParameterizedTest
    @CsvSource({
        "68a79eaca2324873eacc50cb9c6eca8cc68ea5d936f98787c60c7ebc74e6ce7c," + PHRASE,
        "f585c11aec520db57dd353c69554b21a89b20fb0650966fa0a9d6f74fd989d8f,"
                + "void come effort suffer camp survey warrior heavy shoot primary clutch crush"
                + " open amazing screen patrol group space point ten exist slush involve unfold",
        "0000000000000000000000000000000000000000000000000000000000000000,"
                + "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon"
                + " abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon art",
        "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff,"
                + "zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo"
                + " zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo vote"
    })
    void words_and_bits_are_those_of_the_standard(String hex, String phrase) {
        byte[] secret = HexFormat.of().parseHex(hex);

        assertThat(RecoveryPhrase.write(secret, Language.EN)).isEqualTo(List.of(phrase.split(" ")));
        assertThat(RecoveryPhrase.read(phrase)).isEqualTo(secret);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatever_is_written_is_read_back_without_being_told_the_language(Language language) {
        Random random = new Random(4);
        for (int i = 0; i < 500; i++) {
            byte[] secret = new byte[32];
            random.nextBytes(secret);

            List<String> words = RecoveryPhrase.write(secret, language);

            assertThat(words).hasSize(24);
            assertThat(RecoveryPhrase.read(String.join(" ", words))).isEqualTo(secret);
        }
    }

    @Test
    void people_may_number_the_words_shorten_them_and_forget_accents_and_capitals() {
        byte[] secret = new byte[32];
        new Random(11).nextBytes(secret);
        List<String> words = RecoveryPhrase.write(secret, Language.ES);
        StringBuilder typed = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            String shortened = i % 2 == 0 && word.length() > 4 ? word.substring(0, 4) : word;
            typed.append(i + 1)
                    .append(". ")
                    .append(unaccented(shortened).toUpperCase(Locale.ROOT))
                    .append("\r\n");
        }

        assertThat(words.toString()).isNotEqualTo(unaccented(words.toString()));
        assertThat(RecoveryPhrase.read(typed.toString())).isEqualTo(secret);
    }

    private static String unaccented(String text) {
        return text.replace('á', 'a')
                .replace('é', 'e')
                .replace('í', 'i')
                .replace('ó', 'o')
                .replace('ú', 'u')
                .replace('ñ', 'n');
    }

    @Test
    void of_phrases_with_one_wrong_or_moved_word_hardly_any_passes_for_another() {
        Random random = new Random(12);
        int mistaken = 0;
        for (int i = 0; i < 400; i++) {
            List<String> words = new ArrayList<>(List.of(PHRASE.split(" ")));
            if (i % 2 == 0) {
                words.set(random.nextInt(24), WordList.of(Language.EN).word(random.nextInt(2048)));
            } else {
                Collections.swap(words, random.nextInt(24), random.nextInt(24));
            }
            if (!String.join(" ", words).equals(PHRASE) && passes(String.join(" ", words))) {
                mistaken++;
            }
        }
        assertThat(mistaken).isLessThan(10); // one in 256 is expected
    }

    private static boolean passes(String phrase) {
        try {
            return RecoveryPhrase.read(phrase).length == 32;
        } catch (ProblemException e) {
            return false;
        }
    }

    @Test
    void what_is_no_phrase_is_refused_with_what_is_wrong_about_it() {
        assertRefused("", "phrase-length", "");
        assertRefused("zoo zoo", "phrase-length", "");
        assertRefused(PHRASE + " zoo", "phrase-length", "");
        assertRefused("zoo ".repeat(100_000), "phrase-length", "");
        assertRefused(PHRASE.replace("gospel", "gospell"), "phrase-word", "15");
        assertRefused(PHRASE.replace("hamster", "\u001b[31m𝕫𝕠𝕠"), "phrase-word", "1");
        assertRefused("zoo ".repeat(24), "phrase-checksum", "");
        // A word of the other language is wrong where it stands.
        assertRefused(PHRASE.replace("length", "ábaco"), "phrase-word", "24");
    }

    private static void assertRefused(String typed, String reason, String word) {
        assertThatThrownBy(() -> RecoveryPhrase.read(typed))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().values())
                                .containsEntry("reason", reason)
                                .containsEntry("limit", word));
    }
}
