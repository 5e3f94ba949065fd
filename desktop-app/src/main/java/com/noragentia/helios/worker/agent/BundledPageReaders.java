/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.expert.image.PageTextReader;
import com.noragentia.helios.worker.extract.PageReader;
import com.noragentia.helios.worker.model.ModelStore;
import com.noragentia.helios.worker.runtime.OnnxRuntime;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Readers of pictures of pages, each with the model that comes inside the program, which shares its graphs with whoever else has it open. */
final class BundledPageReaders implements PageReader.Source {

    private static final Logger LOG = LoggerFactory.getLogger(BundledPageReaders.class);
    private static final String MODEL = "helios-read-1";

    private final OnnxRuntime runtime;
    private final ModelStore store;

    BundledPageReaders(OnnxRuntime runtime, ModelStore store) {
        this.runtime = runtime;
        this.store = store;
    }

    @Override
    public Optional<PageReader> open() throws InterruptedException {
        try {
            ModelManifest manifest = BundledCatalogue.find(MODEL).orElseThrow();
            return Optional.of(runtime.admit(manifest, store.ensure(manifest, done -> {}), PageTextReader::openIn));
        } catch (ModelFailure | IOException e) {
            LOG.warn("pictures of pages are not read here: {}", e.getMessage());
            return Optional.empty();
        }
    }
}
