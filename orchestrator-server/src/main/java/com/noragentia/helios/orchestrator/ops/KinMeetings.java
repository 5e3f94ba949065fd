/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import com.noragentia.helios.orchestrator.member.Meetings;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.orchestrator.trust.Bond;
import com.noragentia.helios.orchestrator.trust.Kin;
import java.net.InetAddress;

/** What makes members kin. */
record KinMeetings(Kin kin) implements Meetings {

    @Override
    public void invited(Transaction tx, String inviter, String newcomer) {
        kin.bind(tx, inviter, newcomer, Bond.INVITED);
    }

    @Override
    public void handedOver(Transaction tx, String from, String to) {
        kin.bind(tx, from, to, Bond.SHARED_DEVICE);
    }

    @Override
    public void seen(Transaction tx, String member, InetAddress address) {
        kin.seen(tx, member, address);
    }
}
