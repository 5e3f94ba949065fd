/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.crypto.Sha256;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.FileType;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The files of canaries of a test, each checked for being what its name says. Of recordings, which are long, it keeps the first bytes. */
final class FilesInMemory implements CanaryFiles {

    private final Map<String, byte[]> byHash = new ConcurrentHashMap<>();

    Map<String, byte[]> files() {
        return byHash;
    }

    @Override
    public Attachment offer(String name, FileType type, byte[] content) {
        if (!type.fitsName(name)) {
            throw new AssertionError(name + " is no name for it");
        }
        if (!type.matches(Arrays.copyOf(content, Math.min(content.length, FileType.MAGIC_BYTES)))) {
            throw new AssertionError(name + " is none");
        }
        String sha256 = Sha256.hex(content);
        byHash.put(sha256, type == FileType.WAV ? Arrays.copyOf(content, FileType.MAGIC_BYTES) : content);
        return new Attachment(sha256, name, type, content.length);
    }

    @Override
    public void withdraw(Transaction tx, Attachment file) {
        byHash.remove(file.blob());
    }
}
