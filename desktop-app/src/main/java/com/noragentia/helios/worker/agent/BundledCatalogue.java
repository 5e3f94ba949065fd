/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.wire.JsonCodec;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The models that come inside the program. Their manifests bear no signature: a worker hosts them by those of its network alone. */
final class BundledCatalogue {

    private static final String RESOURCE = "/catalogue/bundled.json";
    private static final int MAX_BYTES = 1 << 20;

    private BundledCatalogue() {}

    record Content(List<ModelManifest> models) {}

    static List<ModelManifest> models() throws IOException {
        try (InputStream in = Objects.requireNonNull(BundledCatalogue.class.getResourceAsStream(RESOURCE))) {
            return JsonCodec.decode(in.readNBytes(MAX_BYTES), Content.class, MAX_BYTES)
                    .models();
        }
    }

    static Optional<ModelManifest> find(String id) throws IOException {
        return models().stream().filter(model -> model.id().equals(id)).findFirst();
    }
}
