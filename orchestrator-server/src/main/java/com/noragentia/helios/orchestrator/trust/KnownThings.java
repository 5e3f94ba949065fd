/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import com.noragentia.helios.protocol.task.Seen;
import com.noragentia.helios.protocol.task.Sight;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.TextLine.Box;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The things in a picture were found, each once, under their names and where they are. Of three or more one may be missing, and one told that is not there.
 *
 * @param things all of them; no two overlap
 */
record KnownThings(List<Thing> things) implements KnownAnswer {

    /** Of the area of both boxes together, which has to lie in both. */
    static final double LEAST_OVERLAP = 0.5;

    private static final int FORGIVEN = 1;
    /** Of fewer, an answer to everything would pass too often. */
    static final int ENOUGH_TO_FORGIVE = 3;

    /** One of them. */
    record Thing(String label, Box box) {}

    KnownThings {
        things = List.copyOf(things);
    }

    static KnownThings in(FigureScene scene) {
        return new KnownThings(scene.figures().stream()
                .map(figure -> new Thing(figure.label(), pixels(figure.box())))
                .toList());
    }

    private static Box pixels(Rectangle2D box) {
        return new Box(
                (int) Math.round(box.getX()), (int) Math.round(box.getY()), (int) Math.round(box.getWidth()), (int)
                        Math.round(box.getHeight()));
    }

    @Override
    public boolean isGivenBy(TaskOutput output) {
        return output instanceof TaskOutput.Image image
                && image.allSeen().size() == 1
                && image.allSeen().getFirst().sight() == Sight.OBJECTS
                && areFoundBy(image.allSeen().getFirst().objects());
    }

    private boolean areFoundBy(List<Seen.Thing> told) {
        int forgiven = things.size() >= ENOUGH_TO_FORGIVE ? FORGIVEN : 0;
        if (told.size() > things.size() + forgiven) {
            return false;
        }
        List<Seen.Thing> left = new ArrayList<>(told);
        for (Thing thing : things) {
            Optional<Seen.Thing> found =
                    left.stream().filter(one -> isThere(thing, one)).findFirst();
            found.ifPresent(left::remove);
        }
        int missing = things.size() - (told.size() - left.size());
        return missing <= forgiven && left.size() <= forgiven;
    }

    private static boolean isThere(Thing thing, Seen.Thing told) {
        return Objects.equals(thing.label, told.label())
                && told.box() != null
                && overlap(thing.box, told.box()) >= LEAST_OVERLAP;
    }

    private static double overlap(Box one, Box other) {
        double across = Math.min((double) one.x() + one.width(), (double) other.x() + other.width())
                - Math.max(one.x(), other.x());
        double down = Math.min((double) one.y() + one.height(), (double) other.y() + other.height())
                - Math.max(one.y(), other.y());
        double inner = Math.max(0, across) * Math.max(0, down);
        return inner / (area(one) + area(other) - inner);
    }

    /** Of a stranger's box, too, which may be turned inside out. */
    private static double area(Box box) {
        return (double) Math.max(0, box.width()) * Math.max(0, box.height());
    }
}
