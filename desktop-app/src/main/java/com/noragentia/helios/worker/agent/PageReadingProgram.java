/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.extract.PageReader;
import com.noragentia.helios.worker.extract.PageReadingLoop;
import com.noragentia.helios.worker.model.ModelStore;
import com.noragentia.helios.worker.runtime.MemoryBudget;
import com.noragentia.helios.worker.runtime.OnnxRuntime;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads pictures of pages for a program of the member's own that takes the text out of a document: a process that lasts as long as that. */
public final class PageReadingProgram {

    private static final long MODEL_BYTES = 1_000_000_000;

    private PageReadingProgram() {}

    /** @param arguments the folder of models */
    public static void main(String[] arguments) throws IOException, ModelFailure, InterruptedException {
        try (OutputStream answers = new FileOutputStream(FileDescriptor.out)) {
            // Whatever a library prints must not mix with the answers.
            System.setOut(System.err);
            ModelStore store = new ModelStore(Path.of(arguments[0]), List.of(ModelPlaces.inside()));
            OnnxRuntime runtime =
                    OnnxRuntime.start(Runtime.getRuntime().availableProcessors(), new MemoryBudget(MODEL_BYTES));
            Optional<PageReader> reader = new BundledPageReaders(runtime, store).open();
            if (reader.isPresent()) {
                try (PageReader open = reader.get()) {
                    PageReadingLoop.run(
                            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
                            answers,
                            open);
                }
            }
        }
    }
}
