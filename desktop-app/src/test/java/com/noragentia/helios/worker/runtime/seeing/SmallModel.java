/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.seeing;

import com.noragentia.helios.protocol.model.ModelFamily;
import com.noragentia.helios.protocol.model.ModelFile;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.model.ModelTraits;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.runtime.MemoryBudget;
import com.noragentia.helios.worker.runtime.ModelSpace;
import com.noragentia.helios.worker.runtime.OnnxRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A model's folder with such files in it. */
record SmallModel(Path folder, ModelFamily family) {

    /** Something read from a model. */
    interface Reading<T> {

        T of(ModelSpace space) throws ModelFailure;
    }

    SmallModel with(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
        return this;
    }

    SmallModel with(String name, byte[] content) throws IOException {
        Files.write(folder.resolve(name), content);
        return this;
    }

    <T> T read(Reading<T> reading) throws ModelFailure, IOException {
        try (ModelSpace space = open()) {
            return reading.of(space);
        }
    }

    ModelSpace open() throws ModelFailure, IOException {
        Map<String, Path> files = new HashMap<>();
        try (var found = Files.list(folder)) {
            found.forEach(file -> files.put(file.getFileName().toString(), file));
        }
        ModelManifest manifest = new ModelManifest(
                "small",
                "Small",
                List.of(Expert.OBJECTS),
                List.of(),
                "MIT",
                1,
                files.keySet().stream()
                        .map(name -> new ModelFile(name, 1, "0".repeat(64), List.of()))
                        .toList(),
                new ModelTraits(family, 0, false));
        return OnnxRuntime.start(1, new MemoryBudget(1L << 30)).admit(manifest, files);
    }
}
