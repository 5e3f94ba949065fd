/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.FileType;

/** Where the files of canaries lie while workers may fetch them. Thread-safe. */
public interface CanaryFiles {

    /** Offers a file to workers, who cannot tell it from a member's. {@code type} is what the name promises, or the text of that. */
    Attachment offer(String name, FileType type, byte[] content);

    /** Offers what the name promises. */
    default Attachment offer(String name, byte[] content) {
        return offer(name, FileType.ofName(name).orElseThrow(), content);
    }

    /** Deletes it, once this unit is durable. */
    void withdraw(Transaction tx, Attachment file);
}
