/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** A plane figure that the demonstration models of sight know. */
enum FigureShape {
    CIRCLE,
    SQUARE,
    TRIANGLE,
    STAR,
    CROSS,
    DIAMOND;

    private static final double ARM = 0.17;
    private static final double HALF_HEIGHT = Math.sqrt(3) / 4;
    private static final double FIFTH = Math.toRadians(72);
    private static final double STAR_RADIUS = 0.5 / Math.sin(FIFTH);
    private static final double STAR_WAIST = 0.45;
    /** The tips of a star lie further up from its centre than down. */
    private static final double STAR_LOW = STAR_RADIUS * (1 - Math.cos(FIFTH / 2)) / 2;

    /** Upright, 1 wide, its middle at the origin, y downwards. */
    Shape outline() {
        return switch (this) {
            case CIRCLE -> new Ellipse2D.Double(-0.5, -0.5, 1, 1);
            case SQUARE -> new Rectangle2D.Double(-0.5, -0.5, 1, 1);
            case TRIANGLE -> polygon(0, -HALF_HEIGHT, 0.5, HALF_HEIGHT, -0.5, HALF_HEIGHT);
            case DIAMOND -> polygon(0, -0.5, 0.5, 0, 0, 0.5, -0.5, 0);
            case CROSS -> cross();
            case STAR -> star();
        };
    }

    private static Shape cross() {
        Area cross = new Area(new Rectangle2D.Double(-0.5, -ARM, 1, 2 * ARM));
        cross.add(new Area(new Rectangle2D.Double(-ARM, -0.5, 2 * ARM, 1)));
        return cross;
    }

    private static Shape star() {
        double[] corners = new double[20];
        for (int i = 0; i < corners.length / 2; i++) {
            double radius = STAR_RADIUS * (i % 2 == 0 ? 1 : STAR_WAIST);
            corners[2 * i] = radius * Math.sin(i * FIFTH / 2);
            corners[2 * i + 1] = STAR_LOW - radius * Math.cos(i * FIFTH / 2);
        }
        return polygon(corners);
    }

    private static Shape polygon(double... corners) {
        Path2D path = new Path2D.Double();
        path.moveTo(corners[0], corners[1]);
        for (int i = 2; i < corners.length; i += 2) {
            path.lineTo(corners[i], corners[i + 1]);
        }
        path.closePath();
        return path;
    }
}
