/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.tray;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** What the icon says of this computer. Each differs from the others in its shape, not only in colour. */
public enum TrayMark {
    /** It works for the network, or would: a sun. */
    WORKING {
        @Override
        void draw(Graphics2D graphics) {
            graphics.setColor(AMBER);
            graphics.fill(disk(0.27));
            graphics.setStroke(line(0.09));
            for (int ray = 0; ray < RAYS; ray++) {
                double angle = 2 * Math.PI * ray / RAYS;
                graphics.draw(new Line2D.Double(
                        HALF + 0.37 * Math.cos(angle),
                        HALF + 0.37 * Math.sin(angle),
                        HALF + 0.45 * Math.cos(angle),
                        HALF + 0.45 * Math.sin(angle)));
            }
        }
    },
    /** It rests, because it was told to or by its owner's rules: a moon. */
    RESTING {
        @Override
        void draw(Graphics2D graphics) {
            Area moon = new Area(disk(0.42));
            moon.subtract(new Area(new Ellipse2D.Double(0.34, 0.02, 0.72, 0.72)));
            graphics.setColor(AMBER);
            graphics.fill(moon);
        }
    },
    /** It is not in touch with the network: a ring, crossed out. */
    OFFLINE {
        @Override
        void draw(Graphics2D graphics) {
            graphics.setColor(GREY);
            graphics.setStroke(line(0.1));
            graphics.draw(new Arc2D.Double(0.14, 0.14, 0.72, 0.72, 0, 360, Arc2D.OPEN));
            graphics.draw(new Line2D.Double(0.24, 0.76, 0.76, 0.24));
        }
    },
    /** Somebody should look: a triangle with an exclamation mark. */
    ATTENTION {
        @Override
        void draw(Graphics2D graphics) {
            Path2D triangle = new Path2D.Double();
            triangle.moveTo(HALF, 0.06);
            triangle.lineTo(0.97, 0.92);
            triangle.lineTo(0.03, 0.92);
            triangle.closePath();
            Area sign = new Area(triangle);
            sign.subtract(new Area(new Rectangle2D.Double(0.45, 0.36, 0.1, 0.28)));
            sign.subtract(new Area(new Ellipse2D.Double(0.44, 0.7, 0.12, 0.12)));
            graphics.setColor(RED);
            graphics.fill(sign);
        }
    };

    private static final double HALF = 0.5;
    private static final int RAYS = 8;
    /** To be seen on light panels and on dark ones. */
    private static final Color AMBER = new Color(0xE8930C);

    private static final Color GREY = new Color(0x8C8C8C);
    private static final Color RED = new Color(0xD9402B);

    /** Draws in a square from 0 to 1. */
    abstract void draw(Graphics2D graphics);

    private static Ellipse2D disk(double radius) {
        return new Ellipse2D.Double(HALF - radius, HALF - radius, 2 * radius, 2 * radius);
    }

    private static BasicStroke line(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    /** The mark in a square, see-through around it. */
    BufferedImage picture(int pixels) {
        BufferedImage picture = new BufferedImage(pixels, pixels, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = picture.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.scale(pixels, pixels);
            draw(graphics);
        } finally {
            graphics.dispose();
        }
        return picture;
    }
}
