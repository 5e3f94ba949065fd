/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.text;

import com.noragentia.helios.worker.expert.ModelFailure;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What each token is called in {@code tokenizer.json}, packed in one array: millions of small objects would cost more than the names. Immutable. */
final class Vocabulary {

    /** No tokenizer has more; Gemma's 262,145 are the most so far. */
    static final int MAX_TOKENS = 2_000_000;

    static final int MAX_NAMES_BYTES = 256 << 20;

    private final byte[] names;
    /** Where the name of an id begins; -1 for an id without one. */
    private final int[] begins;

    private final int[] ends;

    private Vocabulary(byte[] names, int[] begins, int[] ends) {
        this.names = names;
        this.begins = begins;
        this.ends = ends;
    }

    /** One more than the largest id. */
    int size() {
        return begins.length;
    }

    /** Empty for an id that is none. */
    String name(int token) {
        if (token < 0 || token >= begins.length || begins[token] < 0) {
            return "";
        }
        return new String(names, begins[token], ends[token] - begins[token], StandardCharsets.UTF_8);
    }

    /** Collects names in any order. Not thread-safe. */
    static final class Builder {

        private byte[] names = new byte[1 << 16];
        private int length;
        private int[] begins = new int[0];
        private int[] ends = new int[0];
        private int size;

        /** The last name given to an id is its name. */
        void name(int token, String name) throws ModelFailure {
            if (token < 0 || token >= MAX_TOKENS) {
                throw new ModelFailure("the tokenizer has a token of id " + token);
            }
            byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
            if (bytes.length > MAX_NAMES_BYTES - length) {
                throw new ModelFailure("the tokenizer's tokens have over " + MAX_NAMES_BYTES + " bytes");
            }
            reserve(token, bytes.length);
            System.arraycopy(bytes, 0, names, length, bytes.length);
            begins[token] = length;
            length += bytes.length;
            ends[token] = length;
            size = Math.max(size, token + 1);
        }

        private void reserve(int token, int bytes) {
            if (length + bytes > names.length) {
                names = Arrays.copyOf(names, Math.max(2 * names.length, length + bytes));
            }
            if (token >= begins.length) {
                int old = begins.length;
                begins = Arrays.copyOf(begins, Math.max(2 * old, token + 1));
                ends = Arrays.copyOf(ends, begins.length);
                Arrays.fill(begins, old, begins.length, -1);
            }
        }

        Vocabulary build() {
            return new Vocabulary(Arrays.copyOf(names, length), Arrays.copyOf(begins, size), Arrays.copyOf(ends, size));
        }
    }
}
