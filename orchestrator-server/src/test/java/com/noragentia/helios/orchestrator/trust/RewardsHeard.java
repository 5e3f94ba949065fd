/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import com.noragentia.helios.orchestrator.dispatch.Lease;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.ledger.Asked;
import com.noragentia.helios.protocol.task.TaskOutput;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Books of a test: what was told them, word by word. */
final class RewardsHeard implements Rewards {

    private final List<String> heard = new CopyOnWriteArrayList<>();

    List<String> heard() {
        return heard;
    }

    @Override
    public void passed(Transaction tx, String check, String device) {
        heard.add("passed " + device);
    }

    @Override
    public void failed(Transaction tx, String check, String device, String owner) {
        heard.add("failed " + device + " of " + owner);
    }

    @Override
    public void worked(Transaction tx, Lease canary, Asked asked, TaskOutput output) {
        heard.add("worked " + canary.holder().device() + " " + canary.expert());
    }
}
