/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

/** What can be wrong with an entry of a ledger, or with what was signed for it; each has words in both languages. */
public enum Flaw {
    /** It cannot be read, is not in its canonical form, or does not sum to zero. */
    UNREADABLE,
    /** It stands where another belongs. */
    MISPLACED,
    /** It is not the one that the next entry, or the tree, was made for. */
    CHANGED,
    /** It is not there, though later ones or a checkpoint tell that it was. */
    MISSING,
    /** It moves credits as its kind never does. */
    AGAINST_ITS_KIND,
    /** It is older than the one before. */
    OLDER,
    /** It takes more from an account than there can be. */
    OVERDRAWN,
    /** It records what another has recorded already. */
    REPEATED,
    /** The stored tree differs at this entry, which itself is right. */
    TREE_CHANGED,
    /** The entries up to this one are not those that a checkpoint was signed for. */
    AGAINST_CHECKPOINT,
    /** The checkpoint after this entry is not signed with the server's key. */
    CHECKPOINT_UNSIGNED
}
