/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.seeing;

import com.noragentia.helios.protocol.task.FileType;
import com.noragentia.helios.protocol.task.Seen.Thing;
import com.noragentia.helios.protocol.wire.JsonCodec;
import com.noragentia.helios.worker.extract.picture.DecodedPicture;
import com.noragentia.helios.worker.extract.picture.PictureFile;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** A picture of plain figures that nothing was trained on, and what it shows. They are made by {@code assets/models/seeing/samples.py}. */
record FigureSample(String file, int width, int height, String caption, List<Figure> objects) {

    private static final long MAX_LIST_BYTES = 100_000;

    /**
     * One figure.
     *
     * @param box left, top, right and bottom in pixels
     */
    record Figure(String label, List<Double> box) {

        /** How much of the area of this box and another's together lies in both: 0 to 1. */
        double overlap(Thing thing) {
            double right = thing.box().x() + thing.box().width();
            double bottom = thing.box().y() + thing.box().height();
            double across = Math.min(right, box.get(2)) - Math.max(thing.box().x(), box.get(0));
            double down = Math.min(bottom, box.get(3)) - Math.max(thing.box().y(), box.get(1));
            double inner = Math.max(0, across) * Math.max(0, down);
            double own = (box.get(2) - box.get(0)) * (box.get(3) - box.get(1));
            return inner / (own + (double) thing.box().width() * thing.box().height() - inner);
        }
    }

    private record Folder(List<FigureSample> samples) {}

    static List<FigureSample> all() throws Exception {
        return JsonCodec.decode(Files.readAllBytes(folder().resolve("figures.json")), Folder.class, MAX_LIST_BYTES)
                .samples();
    }

    DecodedPicture picture() throws Exception {
        return new PictureFile(folder().resolve(file), FileType.PNG).decode();
    }

    private static Path folder() throws URISyntaxException {
        URL list = Objects.requireNonNull(FigureSample.class.getResource("/samples/figures/figures.json"));
        return Path.of(list.toURI().resolve("."));
    }
}
