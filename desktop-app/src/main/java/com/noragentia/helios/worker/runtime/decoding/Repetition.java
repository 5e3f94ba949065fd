/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.decoding;

import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;

/** Tells a model that goes round in circles from one that writes down. Pure. */
public final class Repetition {

    /** Nobody says a phrase so often in a row, and few say a word. */
    private static final int ROUNDS = 4;

    private static final int LONGEST_PHRASE = 24;
    /** Figures may be alike: 0000000. */
    private static final int FEWEST_TOKENS = 12;
    /** Radford et al. 2022, section 4.5. */
    private static final double MOST_COMPRESSION = 2.4;

    private Repetition() {}

    /**
     * How many of the tokens to keep where the last ones are the same few again and again: what is repeated, once. All of them where they are not.
     * Times count like words, so sentences that are said again are none.
     */
    public static int kept(Tokens tokens) {
        return kept(tokens, ROUNDS, FEWEST_TOKENS);
    }

    /**
     * As {@link #kept(Tokens)}, for other texts.
     *
     * @param fewestRounds so often a phrase stands in a row that is repeated
     * @param fewestTokens that all of them have
     */
    public static int kept(Tokens tokens, int fewestRounds, int fewestTokens) {
        int size = tokens.size();
        for (int phrase = 1; phrase <= LONGEST_PHRASE; phrase++) {
            int rounds = Math.max(fewestRounds, Math.ceilDiv(fewestTokens, phrase));
            if (rounds * phrase <= size && isRepeated(tokens, phrase, rounds)) {
                return size - (rounds - 1) * phrase;
            }
        }
        return size;
    }

    private static boolean isRepeated(Tokens tokens, int phrase, int rounds) {
        int size = tokens.size();
        for (int i = size - rounds * phrase; i < size - phrase; i++) {
            if (tokens.get(i) != tokens.get(i + phrase)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a text says little in many words: it can be packed better than speech ever can. */
    public static boolean isIn(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Deflater deflater = new Deflater();
        try {
            deflater.setInput(bytes);
            deflater.finish();
            int packed = deflater.deflate(new byte[bytes.length + 64]);
            return bytes.length > MOST_COMPRESSION * packed;
        } finally {
            deflater.end();
        }
    }
}
