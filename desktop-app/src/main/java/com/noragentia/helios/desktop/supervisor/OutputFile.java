/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.supervisor;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What processes of one kind print, one life after the other. One that starts while the file is long begins it anew, and one former file
 * is kept beside it.
 *
 * @param file where it is, or will be
 */
public record OutputFile(Path file) {

    static final long LONG_BYTES = 1024L * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(OutputFile.class);
    private static final int LAST_WORDS_BYTES = 4 * 1024;

    /** The file to append to, for a process that starts now. */
    ProcessBuilder.Redirect forNewLife() {
        try {
            if (Files.exists(file) && Files.size(file) > LONG_BYTES) {
                Path former = file.resolveSibling(file.getFileName() + ".1");
                Files.move(file, former, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            LOG.warn("{} grows on: {}", file.getFileName(), e.getClass().getSimpleName()); // a process may have it open
        }
        return ProcessBuilder.Redirect.appendTo(file.toFile());
    }

    /** The last line that says anything; empty if there is none. */
    public String lastWords() {
        try (RandomAccessFile reader = new RandomAccessFile(file.toFile(), "r")) {
            long start = Math.max(0, reader.length() - LAST_WORDS_BYTES);
            byte[] end = new byte[(int) (reader.length() - start)];
            reader.seek(start);
            reader.readFully(end);
            return new String(end, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .reduce("", (before, line) -> line);
        } catch (IOException e) {
            return "";
        }
    }
}
