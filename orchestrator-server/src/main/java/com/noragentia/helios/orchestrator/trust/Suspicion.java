/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

/**
 * Something improbable, for somebody to look at. Proves nothing, and costs nobody anything.
 *
 * @param requester empty where only the owner is suspected
 * @param observed tasks of the pair; of an owner, the share of its income that came from its three best customers
 * @param expected likewise, by chance
 */
public record Suspicion(Kind kind, String requester, String owner, double observed, double expected) {

    /** What is improbable. */
    public enum Kind {
        /** One member's tasks go to another's devices far too often. */
        PAIR,
        /** Few members bring an owner most of its income. */
        FEW_CUSTOMERS
    }

    /** Of a pair: chance brings as many tasks together once in ten to this power of such pairs, or less often. 0 for others. */
    public int rarity() {
        return kind == Kind.PAIR ? (int) Math.floor(-PoissonTail.log((long) observed, expected) / Math.log(10)) : 0;
    }
}
