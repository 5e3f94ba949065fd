/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.seeing;

import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.task.FileType;
import com.noragentia.helios.protocol.task.Seen;
import com.noragentia.helios.protocol.task.Sight;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.wire.JsonCodec;
import com.noragentia.helios.worker.extract.picture.DecodedPicture;
import com.noragentia.helios.worker.extract.picture.PictureFile;
import com.noragentia.helios.worker.model.ClasspathSource;
import com.noragentia.helios.worker.model.ModelStore;
import com.noragentia.helios.worker.runtime.MemoryBudget;
import com.noragentia.helios.worker.runtime.ModelSpace;
import com.noragentia.helios.worker.runtime.OnnxRuntime;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What the demonstration models see in the checks that the orchestrator draws: {@code FigureLook <folder>} writes beside each {@code n.png} of {@code TO_DESCRIBE}
 * and {@code TO_FIND} what a worker would answer, as {@code n.seen}.
 */
public final class FigureLook {

    private static final long MEMORY_BYTES = 500_000_000;
    private static final long MOST_MANIFEST_BYTES = 10_000;
    private static final String CAPTIONER = "helios-caption-1";
    private static final String DETECTOR = "helios-detect-1";

    private FigureLook() {}

    private interface Eye {
        Seen see(DecodedPicture picture) throws Exception;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        Path models = Files.createDirectories(folder.resolve("models"));
        try (ModelSpace captioning = space(CAPTIONER, models);
                ModelSpace detecting = space(DETECTOR, models)) {
            CaptioningModel captioner = CaptioningModel.openIn(captioning);
            DetectionModel detector = DetectionModel.openIn(detecting);
            look(folder.resolve("TO_DESCRIBE"), picture -> {
                String told = captioner.describe(picture.picture());
                return new Seen("a.png", CAPTIONER, true, Sight.DESCRIPTION, told, null, List.of());
            });
            look(
                    folder.resolve("TO_FIND"),
                    picture -> new Seen("a.png", DETECTOR, true, Sight.OBJECTS, null, null, detector.find(picture)));
        }
    }

    private static void look(Path folder, Eye eye) throws Exception {
        List<Path> pictures;
        try (Stream<Path> files = Files.list(folder)) {
            pictures = files.filter(file -> file.toString().endsWith(".png")).toList();
        }
        for (Path file : pictures) {
            Seen seen = eye.see(new PictureFile(file, FileType.PNG).decode());
            Files.write(
                    Path.of(file.toString().replace(".png", ".seen")),
                    JsonCodec.encode(new TaskOutput.Image("", List.of(), List.of(), List.of(seen))));
        }
    }

    private static ModelSpace space(String id, Path folder) throws Exception {
        ClassLoader program = FigureLook.class.getClassLoader();
        try (InputStream in = Objects.requireNonNull(program.getResourceAsStream("models/" + id + "/manifest.json"))) {
            ModelManifest manifest = JsonCodec.decode(in.readAllBytes(), ModelManifest.class, MOST_MANIFEST_BYTES);
            return OnnxRuntime.start(1, new MemoryBudget(MEMORY_BYTES))
                    .admit(
                            manifest,
                            new ModelStore(folder, List.of(new ClasspathSource(program))).ensure(manifest, done -> {}));
        }
    }
}
