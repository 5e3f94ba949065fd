/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.model;

import com.noragentia.helios.protocol.crypto.Sha256;
import com.noragentia.helios.protocol.model.ModelFile;
import com.noragentia.helios.worker.expert.ModelFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;

/** Files under the name of their SHA-256, so that models share them. Each is verified once in the life of a process. Not thread-safe. */
final class ContentStore {

    private static final int BUFFER_BYTES = 1 << 16;

    private final PrivateFolder folder;
    private final List<ModelSource> sources;
    private final Set<String> verified = new HashSet<>();

    ContentStore(PrivateFolder folder, List<ModelSource> sources) {
        this.folder = folder;
        this.sources = List.copyOf(sources);
    }

    /**
     * Where the verified content of a file lies, fetched if it is not here yet.
     *
     * @param progress told the number of bytes each time some have been dealt with
     */
    Path ensure(ModelFile file, LongConsumer progress) throws ModelFailure, InterruptedException {
        Path content = folder.resolve(file.sha256());
        if (!Files.exists(content, LinkOption.NOFOLLOW_LINKS)) {
            fetch(file, content, progress);
        } else if (verified.contains(file.sha256())) {
            progress.accept(file.bytes());
        } else {
            verify(file, content, progress);
        }
        verified.add(file.sha256());
        return content;
    }

    /** Has files verified again when they are next needed. */
    void forget(List<ModelFile> files) {
        files.forEach(file -> verified.remove(file.sha256()));
    }

    /** Removes every content that is not among these hashes. */
    void keepOnly(Set<String> hashes) throws IOException {
        for (Path content : folder.entries()) {
            String name = content.getFileName().toString();
            if (!hashes.contains(name)) {
                verified.remove(name);
                Files.deleteIfExists(content);
            }
        }
    }

    private void verify(ModelFile file, Path content, LongConsumer progress) throws ModelFailure, InterruptedException {
        try {
            if (!matches(file, content, progress)) {
                Files.deleteIfExists(content);
                throw failedVerification(file);
            }
        } catch (IOException e) {
            throw new ModelFailure(file.name() + " cannot be read", e);
        }
    }

    private void fetch(ModelFile file, Path content, LongConsumer progress) throws ModelFailure, InterruptedException {
        ModelFailure failure = new ModelFailure(file.name() + " has no source that this program knows");
        for (URI address : file.sources()) {
            for (ModelSource source : sources) {
                if (source.serves(address)) {
                    try {
                        receive(file, source, address, content, progress);
                        return;
                    } catch (IOException e) {
                        failure = new ModelFailure(file.name() + " could not be fetched from " + address, e);
                    } catch (ModelFailure e) {
                        failure = e;
                    }
                }
            }
        }
        throw failure;
    }

    private void receive(ModelFile file, ModelSource source, URI address, Path content, LongConsumer progress)
            throws IOException, ModelFailure, InterruptedException {
        Path incoming = Files.createTempFile(folder.path(), "incoming-", ".part");
        try {
            if (!copies(file, source, address, incoming, progress)) {
                throw failedVerification(file);
            }
            Files.move(incoming, content, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(incoming);
        }
    }

    private static boolean copies(ModelFile file, ModelSource source, URI address, Path incoming, LongConsumer progress)
            throws IOException, InterruptedException {
        try (InputStream in = source.open(address);
                OutputStream out = Files.newOutputStream(incoming)) {
            return matches(file, in, out, progress);
        }
    }

    private static boolean matches(ModelFile file, Path content, LongConsumer progress)
            throws IOException, InterruptedException {
        if (!Files.isRegularFile(content, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(content, LinkOption.NOFOLLOW_LINKS)) {
            return matches(file, in, OutputStream.nullOutputStream(), progress);
        }
    }

    /** Whether the content has the length and hash of a file; copies it on the way, and reads at most a buffer too much. */
    private static boolean matches(ModelFile file, InputStream in, OutputStream out, LongConsumer progress)
            throws IOException, InterruptedException {
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[BUFFER_BYTES];
        long length = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            length += read;
            if (length > file.bytes()) {
                return false;
            }
            digest.update(buffer, 0, read);
            out.write(buffer, 0, read);
            progress.accept(read);
        }
        return length == file.bytes() && Sha256.hex(digest).equals(file.sha256());
    }

    private static ModelFailure failedVerification(ModelFile file) {
        return new ModelFailure(file.name() + " failed verification and was removed");
    }
}
