/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.model;

import com.noragentia.helios.protocol.crypto.Sha256;
import com.noragentia.helios.protocol.model.ModelFile;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.function.LongConsumer;

/**
 * A file on its way, {@code <hash>.part}: what has come of it and the hash of that, with a note of the entity tag beside it, so that another
 * process can go on. Whatever lay there before is hashed again. For one thread.
 */
final class PartFile implements Closeable {

    static final String SUFFIX = ".part";
    private static final String TAG_SUFFIX = ".tag";
    private static final int MAX_TAG_BYTES = 512;
    private static final int BUFFER_BYTES = 1 << 16;

    private final ModelFile file;
    private final Path path;
    private final Path note;
    private final MessageDigest digest = Sha256.digest();
    private OutputStream out;
    private long bytes;
    private String tag;

    private PartFile(ModelFile file, Path path, Path note, OutputStream out) {
        this.file = file;
        this.path = path;
        this.note = note;
        this.out = out;
        this.tag = "";
    }

    /** Goes on with what lies in the folder, or begins. */
    static PartFile open(PrivateFolder incoming, ModelFile file, LongConsumer progress)
            throws IOException, InterruptedException {
        Path path = incoming.resolve(file.sha256() + SUFFIX);
        Path note = incoming.resolve(file.sha256() + TAG_SUFFIX);
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS) && !isOurs(path, file)) {
            Files.delete(path);
        }
        PartFile part = new PartFile(file, path, note, OutputStream.nullOutputStream());
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            part.readAgain(progress);
        }
        part.out = Files.newOutputStream(
                path,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.APPEND,
                LinkOption.NOFOLLOW_LINKS);
        return part;
    }

    /** A link, or a file with a second name elsewhere, could be written through. */
    private static boolean isOurs(Path path, ModelFile file) throws IOException {
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                && LinkCount.of(path) == 1
                && Files.size(path) <= file.bytes();
    }

    private void readAgain(LongConsumer progress) throws IOException, InterruptedException {
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                digest.update(buffer, 0, read);
                bytes += read;
                progress.accept(bytes);
            }
        }
        if (Files.isRegularFile(note, LinkOption.NOFOLLOW_LINKS) && Files.size(note) <= MAX_TAG_BYTES) {
            tag = Files.readString(note);
        }
    }

    long bytes() {
        return bytes;
    }

    Begun begun() {
        return bytes == 0 ? Begun.NOTHING : new Begun(bytes, tag);
    }

    /** Remembers what it is part of. */
    void tagged(String entityTag) throws IOException {
        if (!entityTag.equals(tag)) {
            tag = entityTag.getBytes(StandardCharsets.UTF_8).length > MAX_TAG_BYTES ? "" : entityTag;
            Files.deleteIfExists(note);
            Files.writeString(note, tag, StandardOpenOption.CREATE_NEW);
        }
    }

    void append(byte[] buffer, int length) throws IOException {
        out.write(buffer, 0, length);
        digest.update(buffer, 0, length);
        bytes += length;
    }

    /** Forgets what has come. */
    void restart() throws IOException {
        discard();
        out = Files.newOutputStream(
                path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    }

    /** Whether it is what the manifest says; asked once, when nothing more comes. */
    boolean isTheFile() {
        return bytes == file.bytes() && Sha256.hex(digest).equals(file.sha256());
    }

    /** Removes it. */
    void discard() throws IOException {
        out.close();
        out = OutputStream.nullOutputStream();
        Files.deleteIfExists(path);
        Files.deleteIfExists(note);
        digest.reset();
        bytes = 0;
        tag = "";
    }

    /** Moves it to its place, in one step. */
    void keepAs(Path content) throws IOException {
        out.close();
        Files.move(path, content, StandardCopyOption.ATOMIC_MOVE);
        Files.deleteIfExists(note);
    }

    /** What has come stays for another time, unless it is nothing. */
    @Override
    public void close() throws IOException {
        out.close();
        if (bytes == 0) {
            Files.deleteIfExists(path);
            Files.deleteIfExists(note);
        }
    }
}
