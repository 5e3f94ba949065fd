/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * A figure in a picture.
 *
 * @param outline in pixels
 */
record Figure(FigureShape shape, FigureColour colour, boolean isLarge, Shape outline) {

    // Widths, as shares of the shorter side: nothing lies between small and large.
    private static final double LEAST_SMALL = 0.18;
    private static final double MOST_SMALL = 0.22;
    private static final double LEAST_LARGE = 0.35;
    private static final double MOST_LARGE = 0.44;
    private static final double MOST_TURN = Math.toRadians(8);
    private static final double MARGIN = 0.03;

    /** Somewhere in a picture of this size. */
    static Figure draw(List<FigureColour> colours, int width, int height, RandomGenerator random) {
        double side = Math.min(width, height);
        FigureShape shape = Facts.oneOf(List.of(FigureShape.values()), random);
        boolean isLarge = random.nextBoolean();
        double wide = side
                * (isLarge ? random.nextDouble(LEAST_LARGE, MOST_LARGE) : random.nextDouble(LEAST_SMALL, MOST_SMALL));
        AffineTransform turned = AffineTransform.getScaleInstance(wide, wide);
        if (shape != FigureShape.CIRCLE) { // its box would seem larger than it is
            turned.rotate(random.nextDouble(-MOST_TURN, MOST_TURN));
        }
        Rectangle2D box = turned.createTransformedShape(shape.outline()).getBounds2D();
        double margin = MARGIN * side;
        double x = random.nextDouble(margin - box.getMinX(), width - margin - box.getMaxX());
        double y = random.nextDouble(margin - box.getMinY(), height - margin - box.getMaxY());
        AffineTransform moved = AffineTransform.getTranslateInstance(x, y);
        moved.concatenate(turned);
        return new Figure(shape, Facts.oneOf(colours, random), isLarge, moved.createTransformedShape(shape.outline()));
    }

    Rectangle2D box() {
        return outline.getBounds2D();
    }

    /** What it is called where only its kind counts. */
    String label() {
        return shape.name().toLowerCase(Locale.ROOT);
    }

    String told() {
        return ("a " + (isLarge ? "large " : "small ") + colour + " " + shape).toLowerCase(Locale.ROOT);
    }
}
