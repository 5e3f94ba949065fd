/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.blob;

import com.noragentia.helios.protocol.api.BlobStored;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.FileType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Files that members brought, for tests without HTTP. */
public final class Brought {

    private Brought() {}

    public static Attachment by(String member, BlobShelf shelf, String name, byte[] content) {
        try {
            BlobStored stored = shelf.put(member, name, new ByteArrayInputStream(content));
            return new Attachment(stored.blob(), name, FileType.ofName(name).orElseThrow(), stored.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
