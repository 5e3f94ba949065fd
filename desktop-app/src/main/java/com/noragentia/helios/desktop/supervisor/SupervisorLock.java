/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.supervisor;

import com.noragentia.helios.installation.DataFolder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Keeps a second supervisor out of a data folder. The operating system lets go of it when the process ends, however it ends. */
public final class SupervisorLock implements AutoCloseable {

    private static final String FILE = "supervisor.lock";

    private final FileChannel channel;

    private SupervisorLock(FileChannel channel) {
        this.channel = channel;
    }

    /** The lock, unless another process has it. */
    public static Optional<SupervisorLock> take(DataFolder folder) throws IOException {
        FileChannel channel = FileChannel.open(folder.file(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            return Optional.empty();
        }
        return Optional.of(new SupervisorLock(channel));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
