/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import com.noragentia.helios.protocol.crypto.SigningKey;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/** The folder that holds everything the orchestrator keeps. */
final class DataFolder {

    static final String DATABASE = "helios.db";
    static final String KEY = "server.key";

    private final Path root;

    /** Makes the folder if need be. */
    DataFolder(Path root) throws IOException {
        this.root = root;
        PrivateFile.createFolder(root);
    }

    Path database() {
        return root.resolve(DATABASE);
    }

    Path blobs() {
        return root.resolve("blobs");
    }

    /** Parts of requests while they are read; deleted with them, and at the next start. */
    Path requests() {
        return root.resolve("requests");
    }

    /** Manifests that were pinned, and the files of the mirror. */
    Path models() {
        return root.resolve("models");
    }

    Path logs() {
        return root.resolve("logs");
    }

    Path firstCode() {
        return root.resolve("first-enrolment-code");
    }

    /** The server's own key, made on first use. */
    SigningKey key(SecureRandom random) throws IOException {
        Path file = root.resolve(KEY);
        if (!Files.exists(file)) {
            PrivateFile.write(file, SigningKey.generate(random).encoded());
        }
        try {
            return SigningKey.decode(Files.readString(file));
        } catch (IllegalArgumentException e) {
            throw new IOException("the server's key in " + file + " is damaged", e);
        }
    }

    /**
     * Claims the folder for this process, until the channel is closed or the process ends.
     *
     * @throws IOException if another orchestrator runs on it
     */
    FileChannel claim() throws IOException {
        FileChannel channel =
                FileChannel.open(root.resolve("server.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw inUse(e);
        }
        channel.close();
        throw inUse(null);
    }

    private IOException inUse(@Nullable Throwable cause) {
        return new IOException("another orchestrator already runs on " + root, cause);
    }
}
