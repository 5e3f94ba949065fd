/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.account;

import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.crypto.Sha256;
import com.noragentia.helios.protocol.task.Language;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A 256-bit secret as 24 words: BIP-39 with 256 bits of entropy and 8 of checksum, so that a word written down wrong is noticed. The words
 * are in one language and are read back in either.
 */
final class RecoveryPhrase {

    static final int WORDS = 24;

    /** Longer input is no phrase, whatever it is. */
    static final int MAX_CHARACTERS = 2_000;

    private static final int CHECKSUM_BITS = 8;

    private RecoveryPhrase() {}

    /**
     * Writes a secret down.
     *
     * @param secret 32 bytes
     */
    static List<String> write(byte[] secret, Language language) {
        WordList list = WordList.of(language);
        BigInteger bits = new BigInteger(1, secret).shiftLeft(CHECKSUM_BITS).or(BigInteger.valueOf(checksum(secret)));
        List<String> words = new ArrayList<>();
        for (int i = WORDS - 1; i >= 0; i--) {
            int number = bits.shiftRight(i * WordList.BITS_PER_WORD).intValue() & ((1 << WordList.BITS_PER_WORD) - 1);
            words.add(list.word(number));
        }
        return words;
    }

    /**
     * Reads a secret back.
     *
     * @param typed 24 words with anything but letters between them, such as numbers and line ends
     * @return 32 bytes
     * @throws ProblemException REQUEST_INVALID with the reason {@code phrase-length}, {@code phrase-word} (and its number as
     *     {@code limit}) or {@code phrase-checksum}
     */
    static byte[] read(String typed) {
        List<String> words = words(typed);
        List<List<Optional<Integer>>> readings = Arrays.stream(Language.values())
                .map(WordList::of)
                .map(list -> words.stream().map(list::number).toList())
                .toList();
        List<byte[]> secrets = readings.stream()
                .filter(numbers -> numbers.stream().allMatch(Optional::isPresent))
                .map(RecoveryPhrase::secret)
                .flatMap(Optional::stream)
                .toList();
        if (secrets.isEmpty()) {
            throw unreadable(readings);
        }
        return secrets.getFirst();
    }

    private static List<String> words(String typed) {
        List<String> words = typed.length() > MAX_CHARACTERS
                ? List.of()
                : Arrays.stream(typed.split("[^\\p{L}\\p{M}]+"))
                        .filter(word -> !word.isEmpty())
                        .toList();
        if (words.size() != WORDS) {
            throw refused("phrase-length", "");
        }
        return words;
    }

    private static Optional<byte[]> secret(List<Optional<Integer>> numbers) {
        BigInteger bits = BigInteger.ZERO;
        for (Optional<Integer> number : numbers) {
            bits = bits.shiftLeft(WordList.BITS_PER_WORD).or(BigInteger.valueOf(number.orElseThrow()));
        }
        byte[] secret = bytes(bits.shiftRight(CHECKSUM_BITS));
        return (bits.intValue() & ((1 << CHECKSUM_BITS) - 1)) == checksum(secret)
                ? Optional.of(secret)
                : Optional.empty();
    }

    private static byte[] bytes(BigInteger number) {
        byte[] signed = number.toByteArray();
        byte[] bytes = new byte[RecoveryKey.SECRET_BYTES];
        int length = Math.min(signed.length, bytes.length);
        System.arraycopy(signed, signed.length - length, bytes, bytes.length - length, length);
        return bytes;
    }

    private static int checksum(byte[] secret) {
        return Sha256.digest().digest(secret)[0] & 0xff;
    }

    /** Names the first wrong word in the language that most of the words are of. */
    private static ProblemException unreadable(List<List<Optional<Integer>>> readings) {
        int furthest = readings.stream()
                .mapToInt(numbers ->
                        numbers.stream().map(Optional::isPresent).toList().indexOf(false))
                .map(first -> first < 0 ? WORDS : first)
                .max()
                .orElse(0);
        return furthest == WORDS ? refused("phrase-checksum", "") : refused("phrase-word", "" + (furthest + 1));
    }

    private static ProblemException refused(String reason, String word) {
        return new ProblemException(
                ProblemCode.REQUEST_INVALID, "not a recovery phrase", Map.of("reason", reason, "limit", word));
    }
}
