/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.blob;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.crypto.Sha256;
import com.noragentia.helios.protocol.extent.Counting;
import com.noragentia.helios.protocol.extent.FileExtent;
import com.noragentia.helios.protocol.task.FileType;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;

/** Takes a file in: streams it to disk and hashes it on the way, never holding more than a buffer of it. */
final class BlobIntake {

    private static final int BUFFER_BYTES = 64 * 1024;
    /** PDFs and DOCX that are gone through at once: one may take a hundred megabytes. All others need no more than a look. */
    private static final int COUNTED_AT_ONCE = 1;

    private final BlobFolder folder;
    private final Semaphore counting = new Semaphore(COUNTED_AT_ONCE);

    BlobIntake(BlobFolder folder) {
        this.folder = folder;
    }

    /** The type a name promises. */
    static FileType typeOf(String name) {
        if (name.isBlank() || Limit.FILE_NAME_CHARACTERS.isPassedBy(name.length())) {
            throw new ProblemException(Limit.FILE_NAME_CHARACTERS.problem(), "a file name has 1 to 255 characters");
        }
        return FileType.ofName(name)
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.FILE_TYPE_UNSUPPORTED, "no expert reads files of this type", Map.of("file", name)));
    }

    static ProblemException tooLarge(String name, Limit limit) {
        return new ProblemException(
                limit.problem(),
                "over " + limit.value() + " bytes",
                Map.of("file", name, "limit", Long.toString(limit.value())));
    }

    /**
     * Takes a file in.
     *
     * @throws IOException if the sender goes away or the disk is full; nothing of the file stays
     */
    Arrival take(String name, InputStream content) throws IOException {
        FileType type = typeOf(name);
        byte[] head = content.readNBytes(FileType.MAGIC_BYTES);
        if (head.length == 0) {
            throw new ProblemException(ProblemCode.ATTACHMENT_EMPTY, "the file is empty", Map.of("file", name));
        }
        if (!type.matches(head)) {
            throw new ProblemException(
                    ProblemCode.FILE_TYPE_MISMATCH,
                    "the content is not what the name promises",
                    Map.of("file", name, "type", type.name().toLowerCase(Locale.ROOT)));
        }
        Path file = folder.newIncoming();
        try {
            return receive(name, type, head, content, file);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private Arrival receive(String name, FileType type, byte[] head, InputStream content, Path file)
            throws IOException {
        MessageDigest digest = Sha256.digest();
        long bytes = 0;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            System.arraycopy(head, 0, buffer, 0, head.length);
            for (int read = head.length; read >= 0; read = content.read(buffer)) {
                bytes += read;
                if (type.limit().isPassedBy(bytes)) {
                    throw tooLarge(name, type.limit());
                }
                digest.update(buffer, 0, read);
                write(channel, ByteBuffer.wrap(buffer, 0, read));
            }
            channel.force(true);
        }
        return new Arrival(file, Sha256.hex(digest), type, bytes, extent(type, file));
    }

    private FileExtent extent(FileType type, Path file) throws IOException {
        boolean isUnpacked = type == FileType.PDF || type == FileType.DOCX;
        if (!isUnpacked) {
            return count(type, file);
        }
        counting.acquireUninterruptibly(); // some seconds at the most: ScanBudget, InflateBudget
        try {
            return count(type, file);
        } finally {
            counting.release();
        }
    }

    private static FileExtent count(FileType type, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file);
                Arena arena = Arena.ofConfined()) {
            return Counting.extent(
                    type,
                    channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena)
                            .asByteBuffer());
        }
    }

    private static void write(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
