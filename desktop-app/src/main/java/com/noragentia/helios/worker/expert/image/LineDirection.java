/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.image;

import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.runtime.FloatTensor;
import com.noragentia.helios.worker.runtime.OnnxGraph;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns lines that stand upside down. Looks only at the start of a line: squeezed to the width the network takes, as PaddleOCR does it, long
 * English lines were turned wrongly (6 of 90 upright ones, and 32 of 90 upside-down ones stayed; none of either this way). Thread-safe.
 */
final class LineDirection {

    private static final int HEIGHT_PIXELS = 48;
    private static final int WIDTH_PIXELS = 192;
    private static final int LINES_PER_BATCH = 16;
    private static final float SURE = 0.9f;

    private final OnnxGraph graph;

    LineDirection(OnnxGraph graph) {
        this.graph = graph;
    }

    /** The same lines, in the same order, each the right way up as far as the network is sure. */
    List<Quad> upright(PicturePyramid picture, List<Quad> lines) throws ModelFailure, InterruptedException {
        List<Quad> upright = new ArrayList<>(lines.size());
        for (int from = 0; from < lines.size(); from += LINES_PER_BATCH) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            upright.addAll(turned(picture, lines.subList(from, Math.min(lines.size(), from + LINES_PER_BATCH))));
        }
        return upright;
    }

    private List<Quad> turned(PicturePyramid picture, List<Quad> lines) throws ModelFailure, InterruptedException {
        ColourPlanes planes = new ColourPlanes(lines.size(), HEIGHT_PIXELS, WIDTH_PIXELS, Normalisation.CENTRED);
        for (int i = 0; i < lines.size(); i++) {
            Quad start = lines.get(i).start((double) WIDTH_PIXELS / HEIGHT_PIXELS);
            double width = HEIGHT_PIXELS * start.width() / start.height();
            planes.paint(i, picture, start, Math.clamp(Math.round(width), 1, WIDTH_PIXELS));
        }
        FloatTensor upsideDown = graph.run(planes.tensor());
        List<Quad> turned = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            boolean turn = upsideDown.values()[2 * i + 1] >= SURE;
            turned.add(turn ? lines.get(i).halfTurned() : lines.get(i));
        }
        return turned;
    }
}
