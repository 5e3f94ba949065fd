/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.image;

import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.extract.picture.Picture;
import com.noragentia.helios.worker.runtime.FloatTensor;
import com.noragentia.helios.worker.runtime.OnnxGraph;
import java.util.Comparator;
import java.util.List;

/** Finds the lines of text in a picture: differentiable binarisation (Liao et al. 2020), with the thresholds of PP-OCRv4. Thread-safe. */
final class TextDetector {

    /** Longer pictures are shrunk to this for a first look; they are read at full size. */
    private static final int FIRST_LOOK_PIXELS = 960;

    /** Lines that come out lower than this in a shrunken picture run into each other: then a closer look is needed. */
    private static final double LOWEST_LINE_PIXELS = 17;

    /** The closest look: beyond it time and memory grow and small print gets no clearer. */
    private static final int CLOSEST_LOOK_PIXELS = 3_840;

    /** Text at the very edge is missed without some room around it. */
    private static final int MARGIN_PIXELS = 16;

    private static final int GRID_PIXELS = 32;
    private static final float PIXEL_THRESHOLD = 0.3f;
    private static final double REGION_THRESHOLD = 0.5;
    private static final double MIN_SIDE_PIXELS = 3;
    private static final double UNCLIP_RATIO = 1.6;
    private static final int MAX_LINES = 1_000;

    private final OnnxGraph graph;

    TextDetector(OnnxGraph graph) {
        this.graph = graph;
    }

    /** Where the lines are, in pixels of the picture; at most {@value #MAX_LINES}, the largest, in no particular order. */
    List<Quad> linesIn(PicturePyramid pyramid) throws ModelFailure, InterruptedException {
        int longest = Math.max(pyramid.full().width(), pyramid.full().height());
        int look = FIRST_LOOK_PIXELS;
        List<Quad> lines = linesIn(pyramid, scale(look, longest));
        while (look < Math.min(longest, CLOSEST_LOOK_PIXELS) && areTooLow(lines, scale(look, longest))) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            look *= 2;
            lines = linesIn(pyramid, scale(look, longest));
        }
        return lines;
    }

    private static double scale(int look, int longest) {
        return Math.min(1, (double) look / longest);
    }

    /** Half of the lines are lower than they should be; without any line there may be only small print. */
    private static boolean areTooLow(List<Quad> lines, double scale) {
        double[] heights = lines.stream().mapToDouble(Quad::height).sorted().toArray();
        return heights.length == 0 || heights[heights.length / 2] * scale < LOWEST_LINE_PIXELS;
    }

    private List<Quad> linesIn(PicturePyramid pyramid, double scale) throws ModelFailure, InterruptedException {
        Picture picture = pyramid.full();
        int width = Math.max(1, (int) Math.round(picture.width() * scale));
        int height = Math.max(1, (int) Math.round(picture.height() * scale));
        ColourPlanes planes = new ColourPlanes(1, onGrid(height), onGrid(width), Normalisation.IMAGENET);
        planes.paint(0, pyramid, whole(picture), MARGIN_PIXELS, MARGIN_PIXELS, width, height);
        FloatTensor map = graph.run(planes.tensor());
        return new ProbabilityMap(map.size(3), map.size(2), map.values())
                .regionsOver(PIXEL_THRESHOLD).stream()
                        .filter(region -> region.score() >= REGION_THRESHOLD)
                        .sorted(Comparator.comparingInt(Region::pixels).reversed())
                        .limit(MAX_LINES)
                        .map(region -> SmallestRectangle.around(region.outline(), TextDetector::unclip))
                        .filter(quad -> Math.min(quad.width(), quad.height()) > MIN_SIDE_PIXELS)
                        .map(quad -> quad.map(point -> inPicture(point, picture, width, height)))
                        .map(TextDetector::alongItsText)
                        .toList();
    }

    /** The network learnt shrunken lines; this is how far they grow back. */
    private static double unclip(double width, double height) {
        double area = (width + 1) * (height + 1);
        double perimeter = 2 * (width + height + 2);
        return area * UNCLIP_RATIO / perimeter;
    }

    private static Point inPicture(Point point, Picture picture, int width, int height) {
        return new Point(
                (point.x() - MARGIN_PIXELS) * picture.width() / width,
                (point.y() - MARGIN_PIXELS) * picture.height() / height);
    }

    /** A rectangle much higher than wide holds a line that runs down or up. */
    private static Quad alongItsText(Quad quad) {
        return quad.height() >= 1.5 * quad.width() ? quad.quarterTurned() : quad;
    }

    private static int onGrid(int pixels) {
        return Math.ceilDiv(pixels + 2 * MARGIN_PIXELS, GRID_PIXELS) * GRID_PIXELS;
    }

    private static Quad whole(Picture picture) {
        return new Quad(
                new Point(0, 0),
                new Point(picture.width(), 0),
                new Point(picture.width(), picture.height()),
                new Point(0, picture.height()));
    }
}
