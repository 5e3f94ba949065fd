/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.model;

import com.noragentia.helios.protocol.crypto.Sha256;
import com.noragentia.helios.protocol.model.ModelFile;
import com.noragentia.helios.worker.expert.ModelFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Files under the name of their SHA-256, so that models share them. Each is verified once in the life of a process, and again if it changed since.
 * Thread-safe; a file is dealt with by one thread at a time.
 */
final class ContentStore {

    private static final int BUFFER_BYTES = 1 << 16;

    private final PrivateFolder folder;
    private final IncomingFolder incoming;
    private final FileFetch fetch;
    private final Map<String, ContentMark> verified = new ConcurrentHashMap<>();
    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    ContentStore(PrivateFolder folder, IncomingFolder incoming, FileFetch fetch) {
        this.folder = folder;
        this.incoming = incoming;
        this.fetch = fetch;
    }

    /**
     * Where the verified content of a file lies, fetched if it is not here yet.
     *
     * @param names tells how many names the store itself has given the content, beside that in this folder
     */
    Path ensure(ModelFile file, OwnNames names, Progress progress) throws ModelFailure, InterruptedException {
        ReentrantLock lock = locks.computeIfAbsent(file.sha256(), hash -> new ReentrantLock());
        lock.lockInterruptibly();
        try {
            return ensureAlone(file, names, progress);
        } catch (IOException e) {
            throw ModelFailure.told(e, "disk", file.name() + " cannot be read or written", file.name());
        } finally {
            lock.unlock();
        }
    }

    private Path ensureAlone(ModelFile file, OwnNames names, Progress progress)
            throws IOException, ModelFailure, InterruptedException {
        Path content = folder.resolve(file.sha256());
        if (!Files.exists(content, LinkOption.NOFOLLOW_LINKS)) {
            fetch(file, content, progress);
        } else if (!Files.isRegularFile(content, LinkOption.NOFOLLOW_LINKS)) {
            refuse(file, content);
        } else if (isNamedElsewhere(content, names)) {
            copyForUs(file, content, progress);
        } else if (!ContentMark.of(content).equals(verified.get(file.sha256()))) {
            verify(file, content, progress);
        }
        verified.put(file.sha256(), ContentMark.of(content));
        progress.at(file, file.bytes());
        return content;
    }

    /** Whoever has another name for a file can change it after it was verified. */
    private static boolean isNamedElsewhere(Path content, OwnNames names) throws IOException {
        int all = LinkCount.of(content); // before ours are counted, lest one that is made meanwhile looks foreign
        return all > 1 && all > 1 + names.of(content);
    }

    private void fetch(ModelFile file, Path content, Progress progress)
            throws IOException, ModelFailure, InterruptedException {
        try (PartFile part = incoming.part(file, bytes -> progress.at(file, Math.min(bytes, file.bytes() - 1)))) {
            fetch.complete(file, part, progress);
            part.keepAs(content);
        }
    }

    private void copyForUs(ModelFile file, Path content, Progress progress)
            throws IOException, ModelFailure, InterruptedException {
        Path copy = incoming.fresh();
        try {
            boolean same;
            try (OutputStream out = Files.newOutputStream(copy)) {
                same = matches(file, content, out, progress);
            }
            if (!same) {
                refuse(file, content);
            }
            Files.move(copy, content, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private void verify(ModelFile file, Path content, Progress progress)
            throws IOException, ModelFailure, InterruptedException {
        if (!matches(file, content, OutputStream.nullOutputStream(), progress)) {
            refuse(file, content);
        }
    }

    private void refuse(ModelFile file, Path content) throws IOException, ModelFailure {
        verified.remove(file.sha256());
        Files.deleteIfExists(content);
        throw FileFetch.failedVerification(file);
    }

    /** Whether a content has the length and hash of a file; copies it on the way. */
    private static boolean matches(ModelFile file, Path content, OutputStream out, Progress progress)
            throws IOException, InterruptedException {
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[BUFFER_BYTES];
        long length = 0;
        try (InputStream in = Files.newInputStream(content, LinkOption.NOFOLLOW_LINKS)) {
            for (int read = in.read(buffer); read >= 0 && length <= file.bytes(); read = in.read(buffer)) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                length += read;
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
                progress.at(file, Math.min(length, file.bytes() - 1));
            }
        }
        return length == file.bytes() && Sha256.hex(digest).equals(file.sha256());
    }

    /**
     * Reads a file again, and removes it where it is not what it should be.
     *
     * @return whether it is here, as it should be
     */
    boolean check(ModelFile file, Progress progress) throws IOException, InterruptedException {
        ReentrantLock lock = locks.computeIfAbsent(file.sha256(), hash -> new ReentrantLock());
        lock.lockInterruptibly();
        try {
            verified.remove(file.sha256());
            Path content = folder.resolve(file.sha256());
            if (!Files.exists(content, LinkOption.NOFOLLOW_LINKS)) {
                return false;
            }
            boolean isSound = Files.isRegularFile(content, LinkOption.NOFOLLOW_LINKS)
                    && matches(file, content, OutputStream.nullOutputStream(), progress);
            if (!isSound) {
                Files.delete(content);
            }
            return isSound;
        } finally {
            lock.unlock();
        }
    }

    boolean has(ModelFile file) {
        return Files.exists(folder.resolve(file.sha256()), LinkOption.NOFOLLOW_LINKS);
    }

    /** What has yet to come of these files, each counted once; of remote sources only, if so asked. */
    long missingBytes(Collection<ModelFile> files, boolean onlyRemote) throws IOException {
        Map<String, ModelFile> byHash = new ConcurrentHashMap<>();
        files.forEach(file -> byHash.put(file.sha256(), file));
        long missing = 0;
        for (ModelFile file : byHash.values()) {
            if (!has(file) && !(onlyRemote && !fetch.isRemote(file))) {
                missing += Math.max(0, file.bytes() - incoming.begun(file));
            }
        }
        return missing;
    }

    /** What everything here takes on the disk. */
    long bytes() throws IOException {
        return folder.bytes() + incoming.bytes();
    }

    /** What contents take that are not among these hashes. */
    long bytesBeside(Set<String> hashes) throws IOException {
        long bytes = 0;
        for (Path content : folder.entries()) {
            if (!hashes.contains(content.getFileName().toString())) {
                bytes += Files.size(content);
            }
        }
        return bytes;
    }

    long freeBytes() throws IOException {
        return Files.getFileStore(folder.path()).getUsableSpace();
    }

    /** Removes every content that is not among these hashes. */
    void keepOnly(Set<String> hashes, Claims claims) throws IOException {
        for (Path content : folder.entries()) {
            String name = content.getFileName().toString();
            if (!hashes.contains(name) && !claims.include(content)) {
                verified.remove(name);
                Files.deleteIfExists(content);
            }
        }
    }

    /** Says what is kept beside. */
    interface Claims {
        boolean include(Path content) throws IOException;
    }

    /** Counts the names that the store has given a content. */
    interface OwnNames {
        int of(Path content) throws IOException;
    }
}
