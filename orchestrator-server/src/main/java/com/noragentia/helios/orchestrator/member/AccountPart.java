/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.member;

import com.noragentia.helios.orchestrator.store.Transaction;
import java.util.Set;

/** What another concern keeps of a member: it can be shown, and it can go. Called on the store's writer thread. */
public interface AccountPart {

    /** Its name in the export, such as {@code jobs}. */
    String name();

    /** What is kept, as records, lists and maps that JSON can write; without secrets, and without other members' data. */
    Object export(Transaction tx, String member);

    /** Devices whose keys must never be taken again once the account is gone; asked before anything is deleted. */
    default Set<String> barred(Transaction tx, String member) {
        return Set.of();
    }

    /** Deletes it, or cuts every tie to the member, in the unit of work that deletes the account. */
    void delete(Transaction tx, String member);
}
