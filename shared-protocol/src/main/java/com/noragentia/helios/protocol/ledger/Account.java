/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * An account of the ledger. Members and devices stand under pseudonyms that say nothing about them: 32 lower-case hex digits, drawn at
 * random. On the wire: {@code member:<pseudonym>}, {@code pending:<pseudonym>}, {@code burn}, {@code treasury}, {@code mint}.
 */
public sealed interface Account {

    /** What a member owns. */
    record Member(String pseudonym) implements Account {
        public Member {
            requirePseudonym(pseudonym);
        }

        @Override
        public String toString() {
            return text();
        }
    }

    /** What a device has earned and what has not matured yet. */
    record Pending(String pseudonym) implements Account {
        public Pending {
            requirePseudonym(pseudonym);
        }

        @Override
        public String toString() {
            return text();
        }
    }

    /** The three that belong to nobody: where credits end, where decayed ones rest and newcomers' come from, where canaries' come from. */
    enum House implements Account {
        BURN("burn"),
        TREASURY("treasury"),
        MINT("mint");

        private final String text;

        House(String text) {
            this.text = text;
        }
    }

    int PSEUDONYM_DIGITS = 32;

    private static void requirePseudonym(String pseudonym) {
        if (!HexDigits.are(pseudonym, PSEUDONYM_DIGITS)) {
            throw new IllegalArgumentException("not a pseudonym");
        }
    }

    /** As on the wire. */
    @JsonValue
    default String text() {
        return switch (this) {
            case Member(String pseudonym) -> "member:" + pseudonym;
            case Pending(String pseudonym) -> "pending:" + pseudonym;
            case House house -> house.text;
        };
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws IllegalArgumentException for anything else
     */
    @JsonCreator
    static Account of(String name) {
        int colon = name.indexOf(':');
        String rest = name.substring(colon + 1);
        return switch (colon < 0 ? name : name.substring(0, colon + 1)) {
            case "member:" -> new Member(rest);
            case "pending:" -> new Pending(rest);
            case "burn" -> House.BURN;
            case "treasury" -> House.TREASURY;
            case "mint" -> House.MINT;
            default -> throw new IllegalArgumentException("not an account");
        };
    }
}
