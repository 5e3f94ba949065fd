/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.seeing;

import com.noragentia.helios.protocol.task.Seen.Thing;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.extract.picture.DecodedPicture;
import com.noragentia.helios.worker.runtime.GraphOpener;
import com.noragentia.helios.worker.runtime.ModelSpace;
import java.util.List;
import java.util.Optional;

/** A model of the DETR or YOLOS kind that finds the things in a picture. It closes with its {@link ModelSpace}. Thread-safe. */
public final class DetectionModel {

    private static final String GRAPH = ".onnx";

    private final PictureConfig pictures;
    private final DetectorConfig config;
    private final DetectorGraph graph;

    private DetectionModel(PictureConfig pictures, DetectorConfig config, DetectorGraph graph) {
        this.pictures = pictures;
        this.config = config;
        this.graph = graph;
    }

    /** Whether a model of these files is one that could be opened, as far as their names tell. */
    public static boolean opens(List<String> names) {
        return names.stream().filter(name -> name.endsWith(GRAPH)).count() == 1
                && names.containsAll(List.of(DetectorConfig.FILE, PictureConfig.FILE));
    }

    /** @throws ModelFailure if a file is missing, or is not what public exports have */
    public static DetectionModel openIn(ModelSpace space) throws ModelFailure {
        PictureConfig pictures = PictureConfig.read(space);
        DetectorConfig config = DetectorConfig.read(space);
        GraphOpener opener = space.opener(space.nameEndingWith(GRAPH), Optional.empty());
        DetectorGraph graph = DetectorGraph.of(opener.environment(), opener.openNarrowIn(space));
        space.takesLater(workBytes(pictures, config));
        return new DetectionModel(pictures, config, graph);
    }

    /** Each patch looks at each, before and after it is decided how much. */
    private static long workBytes(PictureConfig pictures, DetectorConfig config) {
        long patches = pictures.mostPixels() / ((long) config.patch() * config.patch()) + Detections.MOST_THINGS;
        return 2L * Float.BYTES * config.heads() * patches * patches + GraphOpener.BETWEEN_OPERATORS_BYTES;
    }

    /**
     * The things in a picture, the surest first, with boxes in pixels of the whole file as it is meant to be seen.
     *
     * @throws InterruptedException if the thread was interrupted, also within a run
     */
    public List<Thing> find(DecodedPicture picture) throws ModelFailure, InterruptedException {
        DetectorGraph.Output output = graph.run(pictures.tensor(picture.picture()));
        return Detections.of(output, config, picture.fullWidth(), picture.fullHeight());
    }
}
