/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import com.noragentia.helios.protocol.api.Limit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Limits that the kernel keeps for one process (setrlimit(2)): processor time, the size of a file, open files, no memory image after a crash.
 * Address space is none of them, as a JVM reserves far more than it uses, nor the number of processes, as Linux counts all of the user's.
 *
 * @param prlimit the binary, of util-linux
 * @param inner what else holds the child
 */
record ProcessLimits(Path prlimit, Confinement inner) implements Confinement {

    /** Of all threads together; after the deadline by the clock, unless several run at once. */
    static final long PROCESSOR_SECONDS = 3 * Limit.EXTRACTION_SECONDS.value();

    /** The largest file is what a PDF's streams may be unpacked to. */
    static final long FILE_BYTES = PdfFile.SCRATCH_BYTES;

    /** A development build has some hundred jars. */
    static final int OPEN_FILES = 1_024;

    @Override
    public List<String> around(List<String> child, Path room) {
        List<String> words = new ArrayList<>(List.of(
                prlimit.toString(),
                "--cpu=" + PROCESSOR_SECONDS,
                "--fsize=" + FILE_BYTES,
                "--nofile=" + OPEN_FILES,
                "--core=0",
                "--"));
        words.addAll(inner.around(child, room));
        return words;
    }

    @Override
    public List<String> tools() {
        return Stream.concat(Stream.of("prlimit"), inner.tools().stream()).toList();
    }
}
