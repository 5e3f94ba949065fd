/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.extent.Counting;
import com.noragentia.helios.protocol.extent.FileExtent;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.FileType;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/** Files of one canary, counted by the rule for those of members on their way to the others. Not thread-safe. */
final class CountedFiles implements CanaryFiles {

    private final CanaryFiles files;
    private final Map<Attachment, FileExtent> extents = new HashMap<>();

    CountedFiles(CanaryFiles files) {
        this.files = files;
    }

    @Override
    public Attachment offer(String name, FileType type, byte[] content) {
        Attachment offered = files.offer(name, type, content);
        extents.put(offered, Counting.extent(type, ByteBuffer.wrap(content)));
        return offered;
    }

    FileExtent extent(Attachment offered) {
        return extents.getOrDefault(offered, FileExtent.LEAST);
    }

    @Override
    public void withdraw(Transaction tx, Attachment file) {
        files.withdraw(tx, file);
    }
}
