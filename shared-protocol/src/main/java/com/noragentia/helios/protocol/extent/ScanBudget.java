/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.extent;

/**
 * How much of one file may be looked at: each byte as often as it is read, and each reference that is followed. Where parts of a file lie upon each
 * other that is the square of its length: here it ends. Not thread-safe.
 */
final class ScanBudget {

    /** About fifteen times the bytes of the longest file. */
    private static final long MOST_CHARACTERS = 400_000_000;

    private static final int MOST_STEPS = 2_000_000;

    private long charactersLeft = MOST_CHARACTERS;
    private int stepsLeft = MOST_STEPS;

    /** Nothing is left: the file counts as the longest. */
    static final class SpentException extends RuntimeException {

        private static final long serialVersionUID = 1;

        private SpentException() {
            super("more to look at than any file should have", null, false, false);
        }
    }

    /** Follows one more reference. */
    void step() {
        if (--stepsLeft < 0) {
            throw new SpentException();
        }
    }

    /** Looks at so many more characters or bytes. */
    void read(long characters) {
        charactersLeft -= characters;
        if (charactersLeft < 0) {
            throw new SpentException();
        }
    }

    /** Ends it at once: for what no file has that somebody wants to be read. */
    SpentException spent() {
        return new SpentException();
    }
}
