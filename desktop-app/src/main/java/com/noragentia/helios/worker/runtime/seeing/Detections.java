/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.seeing;

import com.noragentia.helios.protocol.task.Seen.Thing;
import com.noragentia.helios.protocol.task.TextLine.Box;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.runtime.FloatTensor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Reads what a detector of the DETR kind says: for each of its questions how likely each class is, nothing among them, and where in the picture, as
 * middle and size in shares of its sides (Carion et al. 2020). What is found twice is told once. Pure.
 */
final class Detections {

    /** A crowd is told as so many. */
    static final int MOST_THINGS = 100;
    /** Boxes of one class that share more of their area are one thing. */
    static final double SAME = 0.6;

    private static final int MOST_QUESTIONS = 10_000;
    private static final int SIDES = 4;
    /** A class that some public sets count and never use. */
    private static final String UNUSED = "N/A";

    private Detections() {}

    /**
     * The things in a picture, the surest first; at most {@value #MOST_THINGS}.
     *
     * @param width of the picture in pixels, in which boxes are told
     * @throws ModelFailure if the shapes do not fit the classes, or a number is none
     */
    static List<Thing> of(DetectorGraph.Output output, DetectorConfig config, int width, int height)
            throws ModelFailure {
        FloatTensor logits = output.logits();
        check(logits, output.boxes(), config.labels().size() + 1);
        int questions = logits.size(1);
        int classes = logits.size(2);
        List<Thing> found = new ArrayList<>();
        for (int question = 0; question < questions; question++) {
            int best = likeliest(logits.values(), question * classes, classes - 1);
            double score = probability(logits.values(), question * classes, classes, best);
            String label = config.labels().get(best);
            if (score >= config.threshold() && !label.equals(UNUSED)) {
                Box box = box(output.boxes().values(), question * SIDES, width, height);
                if (box.width() > 0 && box.height() > 0) {
                    found.add(new Thing(label, score, box));
                }
            }
        }
        return once(found);
    }

    private static void check(FloatTensor logits, FloatTensor boxes, int classes) throws ModelFailure {
        long[] scores = logits.shape();
        if (scores.length != 3 || scores[0] != 1 || scores[1] < 1 || scores[1] > MOST_QUESTIONS) {
            throw new ModelFailure("the detector gives no scores for each of its questions");
        }
        if (scores[2] != classes) {
            throw new ModelFailure("the detector scores %d classes, nothing among them, and its config names %d"
                    .formatted(scores[2], classes - 1));
        }
        long[] places = boxes.shape();
        if (places.length != 3 || places[0] != 1 || places[1] != scores[1] || places[2] != SIDES) {
            throw new ModelFailure("the detector does not give a box for each score");
        }
        requireNumbers(logits.values());
        requireNumbers(boxes.values());
    }

    private static void requireNumbers(float[] values) throws ModelFailure {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new ModelFailure("the detector gives what is no number");
            }
        }
    }

    private static int likeliest(float[] values, int from, int count) {
        int best = 0;
        for (int i = 1; i < count; i++) {
            if (values[from + i] > values[from + best]) {
                best = i;
            }
        }
        return best;
    }

    /** Softmax. */
    private static double probability(float[] values, int from, int count, int of) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += Math.exp((double) values[from + i] - values[from + of]);
        }
        return 1 / sum;
    }

    private static Box box(float[] values, int from, int width, int height) {
        int left = inside((values[from] - values[from + 2] / 2) * width, width);
        int right = inside((values[from] + values[from + 2] / 2) * width, width);
        int top = inside((values[from + 1] - values[from + 3] / 2) * height, height);
        int bottom = inside((values[from + 1] + values[from + 3] / 2) * height, height);
        return new Box(left, top, right - left, bottom - top);
    }

    private static int inside(double place, int length) {
        return (int) Math.clamp(Math.round(place), 0L, (long) length);
    }

    /** Non-maximum suppression, class by class. */
    private static List<Thing> once(List<Thing> found) {
        found.sort(Comparator.comparingDouble(Thing::score).reversed());
        List<Thing> kept = new ArrayList<>();
        for (Thing thing : found) {
            boolean isNew = kept.stream()
                    .noneMatch(
                            other -> other.label().equals(thing.label()) && overlap(other.box(), thing.box()) > SAME);
            if (isNew) {
                kept.add(thing);
            }
            if (kept.size() == MOST_THINGS) {
                break;
            }
        }
        return List.copyOf(kept);
    }

    /** The share of their joint area that both have. */
    static double overlap(Box one, Box other) {
        double width = Math.min(one.x() + one.width(), other.x() + other.width()) - Math.max(one.x(), other.x());
        double height = Math.min(one.y() + one.height(), other.y() + other.height()) - Math.max(one.y(), other.y());
        if (width <= 0 || height <= 0) {
            return 0;
        }
        double both = width * height;
        return both / ((double) one.width() * one.height() + (double) other.width() * other.height() - both);
    }
}
