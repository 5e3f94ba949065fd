/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

/** What became of the wish to reverse an entry. Immutable. */
public sealed interface Correction {

    /**
     * It is reversed.
     *
     * @param entry index of the one that reverses it
     * @param corrected index of the mistake, below that of {@code entry}
     * @param why as the administrator said; kept beside the ledger, not in it
     */
    record Made(long entry, long corrected, String why) implements Correction {}

    /** It was reversed before, or what it moved has come back otherwise. */
    record Needless() implements Correction {}

    /** There is no such entry, or it is a reversal itself, or closed an account. */
    record Impossible() implements Correction {}
}
