/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

import com.noragentia.helios.protocol.model.ModelFile;
import java.util.List;

/**
 * What shares the memory that is set aside for a language model. One that answers from documents has an encoder beside it, by which it finds its way
 * in them; were that not set apart, keys and values would be promised the same bytes. Pure.
 *
 * @param ownFiles bytes of the files but for the graphs of others
 * @param setAside bytes that are not the language model's
 */
record Company(long ownFiles, long setAside) {

    /** With its vocabulary and language detector, of which {@link #ownFiles} has the files, what helios-retrieval-1 sets aside. */
    static final long BESIDE_BYTES = 280_000_000;

    private static final String GRAPH = ".onnx";

    /** @param graph name of the language model's own */
    static Company of(List<ModelFile> files, String graph) {
        long all = files.stream().mapToLong(ModelFile::bytes).sum();
        List<ModelFile> others = files.stream()
                .filter(file -> file.name().endsWith(GRAPH) && !file.name().equals(graph))
                .toList();
        long theirs = others.stream().mapToLong(ModelFile::bytes).sum();
        return new Company(all - theirs, others.isEmpty() ? 0 : BESIDE_BYTES);
    }
}
