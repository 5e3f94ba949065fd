/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.FileType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the file of a check that is drawn outside of a network goes, and stays. */
record KeptFile(Path file) implements CanaryFiles {

    @Override
    public Attachment offer(String name, FileType type, byte[] content) {
        try {
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Attachment("0".repeat(64), name, type, content.length);
    }

    @Override
    public void withdraw(Transaction tx, Attachment gone) {
        // It is to stay.
    }
}
