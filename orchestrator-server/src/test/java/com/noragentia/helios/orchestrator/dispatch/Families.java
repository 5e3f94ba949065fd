/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.orchestrator.store.Transaction;

/** Members whose names begin with the same word are kin, if that word is "family" or "clan". */
public final class Families implements Kinship {

    @Override
    public void read(Transaction tx) {}

    @Override
    public Relative of(String member) {
        String[] words = member.split(" ");
        return words[0].equals("family") || words[0].equals("clan") ? () -> words[0] : () -> member;
    }
}
