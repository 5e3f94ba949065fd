/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.account;

import com.noragentia.helios.protocol.task.Language;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The 2,048 words of one language with which BIP-39 writes bits down, eleven each
 * (https://github.com/bitcoin/bips/tree/master/bip-0039). They are read without regard to case and accents, and their first four letters
 * suffice, as the specification has it. Immutable and thread-safe.
 */
final class WordList {

    static final int BITS_PER_WORD = 11;

    private static final int WORDS = 1 << BITS_PER_WORD;
    private static final int TELLING_LETTERS = 4;

    private final List<String> words;
    private final Map<String, Integer> byBeginning = new HashMap<>();

    private WordList(List<String> words) {
        this.words = List.copyOf(words);
        for (int i = 0; i < words.size(); i++) {
            byBeginning.put(beginning(plain(words.get(i))), i);
        }
        if (byBeginning.size() != WORDS) {
            throw new IllegalStateException("a list of words has been damaged");
        }
    }

    static WordList of(Language language) {
        String name = "words_" + language.locale().getLanguage() + ".txt";
        try (InputStream in = WordList.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no " + name);
            }
            return new WordList(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param number 0 to 2,047 */
    String word(int number) {
        return words.get(number);
    }

    /** The number of a word as somebody typed it; empty for one that is not of this list. */
    Optional<Integer> number(String typed) {
        String plain = plain(typed);
        return Optional.ofNullable(byBeginning.get(beginning(plain)))
                .filter(number -> plain.length() == TELLING_LETTERS
                        || plain(words.get(number)).equals(plain));
    }

    private static String beginning(String plain) {
        return plain.length() <= TELLING_LETTERS ? plain : plain.substring(0, TELLING_LETTERS);
    }

    private static String plain(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
