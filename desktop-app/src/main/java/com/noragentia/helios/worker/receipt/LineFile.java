/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.receipt;

import com.noragentia.helios.installation.PrivateFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A private file of lines that is only added to. A line that a power cut left half written is taken away before the next is added. */
record LineFile(Path path) {

    void append(String line, OpenOption... options) throws IOException {
        if (Files.exists(path)) {
            dropHalfLine();
        } else {
            PrivateFiles.write(path, "");
        }
        OpenOption[] all = new OpenOption[options.length + 1];
        all[0] = StandardOpenOption.APPEND;
        System.arraycopy(options, 0, all, 1, options.length);
        Files.writeString(path, line + "\n", all);
    }

    /** Whether the last line is whole; an empty file has none that is not. */
    boolean endsLine() throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            return file.size() == 0 || endsLine(file, file.size());
        }
    }

    private void dropHalfLine() throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long whole = file.size();
            while (whole > 0 && !endsLine(file, whole)) {
                whole--;
            }
            file.truncate(whole);
        }
    }

    private static boolean endsLine(FileChannel file, long size) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        return file.read(last, size - 1) == 1 && last.get(0) == '\n';
    }
}
