/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.sampling;

import java.util.Arrays;

/** Tokens of a prompt, and after them those that were written. Not thread-safe. */
public final class TokenSequence {

    private final int promptLength;
    private int[] tokens;
    private int length;

    public TokenSequence(int[] prompt) {
        tokens = Arrays.copyOf(prompt, Math.max(prompt.length + 64, 2 * prompt.length));
        promptLength = prompt.length;
        length = prompt.length;
    }

    public void append(int token) {
        if (length == tokens.length) {
            tokens = Arrays.copyOf(tokens, 2 * length);
        }
        tokens[length++] = token;
    }

    /** Prompt and what was written. */
    public int length() {
        return length;
    }

    public int promptLength() {
        return promptLength;
    }

    /** How many tokens were written after the prompt. */
    public int written() {
        return length - promptLength;
    }

    public int at(int position) {
        if (position >= length) {
            throw new IndexOutOfBoundsException(position);
        }
        return tokens[position];
    }

    /** The same tokens, to be added to on its own. */
    public TokenSequence copy() {
        TokenSequence copy = new TokenSequence(Arrays.copyOf(tokens, promptLength));
        for (int position = promptLength; position < length; position++) {
            copy.append(tokens[position]);
        }
        return copy;
    }

    /** A copy of a stretch of it. */
    public int[] slice(int from, int to) {
        return Arrays.copyOfRange(tokens, from, to);
    }
}
