/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime;

import com.noragentia.helios.protocol.crypto.Sha256;
import com.noragentia.helios.protocol.model.ModelFile;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.task.Expert;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A model whose files come from the class path, laid in a folder. */
record BundledModel(ModelManifest manifest, Map<String, Path> files) {

    static final String MINILM = "/all-minilm-l6-v2-q.onnx";
    static final String MINILM_TOKENIZER = "/all-minilm-l6-v2-q-tokenizer.json";

    static BundledModel minilm(Path folder) throws IOException {
        return lay(folder, MINILM, MINILM_TOKENIZER);
    }

    static BundledModel lay(Path folder, String... resources) throws IOException {
        List<ModelFile> listed = new ArrayList<>();
        Map<String, Path> files = new HashMap<>();
        for (String resource : resources) {
            Path file = folder.resolve(resource.substring(resource.lastIndexOf('/') + 1));
            try (InputStream in = Objects.requireNonNull(BundledModel.class.getResourceAsStream(resource))) {
                Files.copy(in, file);
            }
            String name = file.getFileName().toString();
            files.put(name, file);
            listed.add(new ModelFile(name, Files.size(file), Sha256.hex(Files.readAllBytes(file)), List.of()));
        }
        ModelManifest manifest = new ModelManifest(
                "bundled", "Bundled", List.of(Expert.EMBEDDING), List.of(), "Apache-2.0", 100_000_000, listed);
        return new BundledModel(manifest, files);
    }
}
