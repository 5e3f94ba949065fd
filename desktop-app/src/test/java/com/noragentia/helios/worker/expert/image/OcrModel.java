/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.image;

import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.wire.JsonCodec;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.model.ClasspathSource;
import com.noragentia.helios.worker.model.ModelStore;
import com.noragentia.helios.worker.runtime.MemoryBudget;
import com.noragentia.helios.worker.runtime.ModelSpace;
import com.noragentia.helios.worker.runtime.OnnxRuntime;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The bundled model that reads text, brought to a folder the way a worker does. */
final class OcrModel {

    private OcrModel() {}

    static ModelSpace openIn(Path folder) throws IOException, ModelFailure, InterruptedException {
        ModelManifest manifest = bundled("helios-read-1");
        ModelStore store = new ModelStore(folder, List.of(new ClasspathSource(OcrModel.class.getClassLoader())));
        return OnnxRuntime.start(2, new MemoryBudget(1_000_000_000))
                .admit(manifest, store.ensure(manifest, done -> {}));
    }

    private static ModelManifest bundled(String id) throws IOException {
        try (InputStream in = Objects.requireNonNull(OcrModel.class.getResourceAsStream("/catalogue/bundled.json"))) {
            return JsonCodec.decode(in.readAllBytes(), Catalogue.class, 1 << 20).models().stream()
                    .filter(model -> model.id().equals(id))
                    .findFirst()
                    .orElseThrow();
        }
    }

    record Catalogue(List<ModelManifest> models) {}
}
