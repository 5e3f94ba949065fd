/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import com.noragentia.helios.protocol.api.ProblemCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** The OLE2 container in which Office keeps a DOCX with a password, and in which old .doc files live. Source: [MS-OFFCRYPTO] 2.3. */
final class CompoundFile {

    private static final byte[] MAGIC = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private CompoundFile() {}

    static boolean startsLikeOne(byte[] head) {
        return head.length >= MAGIC.length && Arrays.equals(head, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    /** Why such a file can't be read as DOCX. */
    static ProblemCode problemOf(Path file) throws IOException {
        try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
            return container.getRoot().hasEntry(EncryptionInfo.ENCRYPTION_INFO_ENTRY)
                    ? ProblemCode.DOCUMENT_ENCRYPTED
                    : ProblemCode.FILE_TYPE_MISMATCH;
        }
    }
}
