/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.decoding;

import java.util.Arrays;

/** Tokens as they are written. Not thread-safe. */
public final class Tokens {

    private int[] tokens = new int[64];
    private int size;

    public void add(int token) {
        if (size == tokens.length) {
            tokens = Arrays.copyOf(tokens, 2 * size);
        }
        tokens[size++] = token;
    }

    public int size() {
        return size;
    }

    public int get(int place) {
        return tokens[place];
    }

    public int last() {
        return tokens[size - 1];
    }

    /** The last token that is at least so great; -1 for none. */
    public int lastFrom(int least) {
        for (int i = size - 1; i >= 0; i--) {
            if (tokens[i] >= least) {
                return tokens[i];
            }
        }
        return -1;
    }

    /** Forgets all but the first ones. */
    public void keep(int first) {
        size = Math.min(size, first);
    }
}
