/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.crypto.Sha256;
import com.noragentia.helios.protocol.ledger.EntryKind;

/** Names what an entry records: the same once more has the same name, whoever says so and whenever. Pure. */
public final class Event {

    /** Ids of jobs begin with the time they were made: rows of one hour then lie together in the index of events. */
    private static final int TIME_DIGITS = 12;

    private static final int ID_DIGITS = 32;

    private Event() {}

    /** 64 lower-case hex digits: a hash, of which the first digits are those of the task's id, its time of birth. */
    public static String task(String task) {
        String hash = of(EntryKind.TASK, task);
        return isTimeLed(task) ? task.substring(0, TIME_DIGITS) + hash.substring(TIME_DIGITS) : hash;
    }

    private static boolean isTimeLed(String id) {
        if (id.length() < ID_DIGITS) {
            return false;
        }
        for (int i = 0; i < TIME_DIGITS; i++) {
            char digit = id.charAt(i);
            if ((digit < '0' || digit > '9') && (digit < 'a' || digit > 'f')) {
                return false;
            }
        }
        return true;
    }

    /** @param names of what happened, none of them the beginning of another's */
    static String of(EntryKind kind, Object... names) {
        StringBuilder text = new StringBuilder("helios-event-1\n").append(kind);
        for (Object name : names) {
            text.append('\n').append(name);
        }
        return Sha256.hex(text.toString());
    }
}
