/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.listening;

import java.util.Arrays;

/** Tokens as they are written. Not thread-safe. */
final class Tokens {

    private int[] tokens = new int[64];
    private int size;

    void add(int token) {
        if (size == tokens.length) {
            tokens = Arrays.copyOf(tokens, 2 * size);
        }
        tokens[size++] = token;
    }

    int size() {
        return size;
    }

    int get(int place) {
        return tokens[place];
    }

    int last() {
        return tokens[size - 1];
    }

    /** The last token that is at least so great; -1 for none. */
    int lastFrom(int least) {
        for (int i = size - 1; i >= 0; i--) {
            if (tokens[i] >= least) {
                return tokens[i];
            }
        }
        return -1;
    }

    /** Forgets all but the first ones. */
    void keep(int first) {
        size = Math.min(size, first);
    }
}
