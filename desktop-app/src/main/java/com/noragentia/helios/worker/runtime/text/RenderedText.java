/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.text;

import java.util.BitSet;

/** A text some of whose characters come from strangers: no control token is ever read out of those. Immutable once built. */
final class RenderedText {

    private final String text;
    private final BitSet trusted;

    private RenderedText(String text, BitSet trusted) {
        this.text = text;
        this.trusted = trusted;
    }

    static RenderedText strange(String text) {
        return new Builder().strange(text).build();
    }

    static RenderedText trusted(String text) {
        return new Builder().trusted(text).build();
    }

    String text() {
        return text;
    }

    boolean isTrusted(int at) {
        return trusted.get(at);
    }

    /** Whether all characters of a stretch are. */
    boolean isTrusted(int from, int to) {
        return trusted.nextClearBit(from) >= to;
    }

    /** Joins pieces. Not thread-safe. */
    static final class Builder {

        private final StringBuilder text = new StringBuilder();
        private final BitSet trusted = new BitSet();

        Builder trusted(String piece) {
            trusted.set(text.length(), text.length() + piece.length());
            text.append(piece);
            return this;
        }

        Builder strange(String piece) {
            text.append(piece);
            return this;
        }

        RenderedText build() {
            return new RenderedText(text.toString(), trusted);
        }
    }
}
