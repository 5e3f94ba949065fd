/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.model;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.LinkOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which models are loaded, or about to be, here and in other programs of this computer. A use is a shared lock on a file that is never removed;
 * the operating system lets go of it when the process ends, however it ends. Thread-safe.
 */
final class ModelUses {

    private static final Logger LOG = LoggerFactory.getLogger(ModelUses.class);

    private final PrivateFolder folder;
    private final Map<String, Held> held = new HashMap<>();

    private static final class Held {
        private final FileChannel channel;
        private int count;

        private Held(FileChannel channel) {
            this.channel = channel;
        }
    }

    ModelUses(PrivateFolder folder) {
        this.folder = folder;
    }

    /** Begins a use, which ends when it is closed. */
    ModelUse begin(String model) throws IOException {
        take(model);
        AtomicBoolean open = new AtomicBoolean(true);
        return () -> {
            if (open.getAndSet(false)) {
                try {
                    end(model);
                } catch (IOException e) {
                    LOG.warn("the use of {} is not given back", model, e);
                }
            }
        };
    }

    private synchronized void take(String model) throws IOException {
        Held use = held.get(model);
        if (use == null) {
            FileChannel channel = channel(model);
            try {
                var unused = channel.lock(0, Long.MAX_VALUE, true);
            } catch (OverlappingFileLockException e) {
                // Another store of this very process has it; that lock keeps others off as well.
            } catch (IOException e) {
                channel.close();
                throw e;
            }
            use = new Held(channel);
            held.put(model, use);
        }
        use.count++;
    }

    private synchronized void end(String model) throws IOException {
        Held use = held.get(model);
        if (use != null && --use.count == 0) {
            held.remove(model);
            use.channel.close();
        }
    }

    /** Whether anybody uses it. */
    synchronized boolean isUsed(String model) throws IOException {
        if (held.containsKey(model)) {
            // Asking the system would let go of our own lock: POSIX has one for each process and file.
            return true;
        }
        try (FileChannel channel = channel(model)) {
            return channel.tryLock() == null;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }

    private FileChannel channel(String model) throws IOException {
        return FileChannel.open(
                folder.resolve(model + ".lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS);
    }
}
