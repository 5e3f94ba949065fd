/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.orchestrator.trust.CanaryFiles;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.FileType;

/** Where no canary is drawn, none has a file. */
final class NoCanaryFiles implements CanaryFiles {

    @Override
    public Attachment offer(String name, FileType type, byte[] content) {
        throw new AssertionError("no canary is drawn here");
    }

    @Override
    public void withdraw(Transaction tx, Attachment file) {
        throw new AssertionError("no canary is drawn here");
    }
}
