/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import com.noragentia.helios.orchestrator.blob.BlobShelf;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.orchestrator.trust.CanaryFiles;
import com.noragentia.helios.protocol.api.BlobStored;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.FileType;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Lays the files of canaries among those of members. */
record ShelfForCanaries(BlobShelf shelf) implements CanaryFiles {

    @Override
    public Attachment offer(String name, FileType type, byte[] content) {
        try {
            BlobStored stored = shelf.offer("file." + type.extensions().getFirst(), content);
            return new Attachment(stored.blob(), name, type, stored.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException("the file of a canary could not be kept", e);
        }
    }

    @Override
    public void withdraw(Transaction tx, Attachment file) {
        shelf.withdraw(tx, file.blob());
    }
}
