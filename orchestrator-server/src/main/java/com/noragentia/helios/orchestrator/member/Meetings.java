/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.member;

import com.noragentia.helios.orchestrator.store.Transaction;
import java.net.InetAddress;

/** Hears what connects members with each other, in the unit of work in which it happens. */
public interface Meetings {

    /** {@code inviter} brought a new member in. */
    void invited(Transaction tx, String inviter, String newcomer);

    /** A device of one member is now the other's. */
    void handedOver(Transaction tx, String from, String to);

    /** A member has proven to be at an address. */
    void seen(Transaction tx, String member, InetAddress address);

    /** Nobody listens. */
    Meetings UNHEARD = new Meetings() {
        @Override
        public void invited(Transaction tx, String inviter, String newcomer) {}

        @Override
        public void handedOver(Transaction tx, String from, String to) {}

        @Override
        public void seen(Transaction tx, String member, InetAddress address) {}
    };
}
