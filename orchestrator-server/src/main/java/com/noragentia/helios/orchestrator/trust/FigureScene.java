/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One to four figures on a plain ground, well apart and in a clear order, so that there is one right way to say it: that of the demonstration models
 * ({@code assets/models/seeing}).
 *
 * @param width in pixels
 * @param height in pixels
 * @param figures in the order in which they are told
 * @param beside whether they follow each other from left to right, and not from top to bottom
 */
record FigureScene(int width, int height, FigureGround ground, List<Figure> figures, boolean beside) {

    private static final int MOST_FIGURES = 4;
    private static final int LEAST_SIDE = 160;
    private static final int MOST_SIDE = 240;
    /** Logarithm of the longer side by the shorter: all but 5 : 4. */
    private static final double MOST_OBLONG = 0.2;
    /** Between boxes, as a share of the shorter side. */
    private static final double GAP = 0.04;
    /** Two figures stand beside or above each other, never askew: further apart in one direction, so many times. */
    private static final double CLEAR = 2;
    /** From the middle of one to that of the next of three or four, as a share of the width. */
    private static final double LEAST_STEP = 0.1;

    FigureScene {
        figures = List.copyOf(figures);
    }

    /** @param least how few figures there may be */
    static FigureScene draw(int least, RandomGenerator random) {
        double oblong = Math.exp(random.nextDouble(-MOST_OBLONG, MOST_OBLONG));
        int side = random.nextInt(LEAST_SIDE, MOST_SIDE + 1);
        int width = (int) Math.round(side * Math.max(1, oblong));
        int height = (int) Math.round(side * Math.max(1, 1 / oblong));
        FigureGround ground = Facts.oneOf(List.of(FigureGround.values()), random);
        int count = random.nextInt(least, MOST_FIGURES + 1);
        while (true) {
            List<Figure> figures = IntStream.range(0, count)
                    .mapToObj(_ -> Figure.draw(ground.clear(), width, height, random))
                    .collect(Collectors.toCollection(ArrayList::new));
            double across = spread(figures, Rectangle2D::getCenterX) / width;
            double down = spread(figures, Rectangle2D::getCenterY) / height;
            boolean beside = count != 2 || across > down;
            boolean isClear = count != 2 || Math.max(across, down) >= CLEAR * Math.min(across, down);
            figures.sort(Comparator.comparingDouble(
                    figure -> beside ? figure.box().getCenterX() : figure.box().getCenterY()));
            if (isClear && areApart(figures, GAP * side) && (count <= 2 || areInSteps(figures, LEAST_STEP * width))) {
                return new FigureScene(width, height, ground, figures, beside);
            }
        }
    }

    private interface Middle {
        double of(Rectangle2D box);
    }

    private static double spread(List<Figure> figures, Middle middle) {
        return Math.abs(middle.of(figures.getFirst().box())
                - middle.of(figures.getLast().box()));
    }

    private static boolean areApart(List<Figure> figures, double gap) {
        return IntStream.range(0, figures.size()).allMatch(one -> {
            Rectangle2D box = figures.get(one).box();
            Rectangle2D room = new Rectangle2D.Double(
                    box.getX() - gap, box.getY() - gap, box.getWidth() + 2 * gap, box.getHeight() + 2 * gap);
            return figures.subList(0, one).stream().noneMatch(other -> room.intersects(other.box()));
        });
    }

    private static boolean areInSteps(List<Figure> figures, double step) {
        return IntStream.range(1, figures.size())
                .allMatch(i -> figures.get(i).box().getCenterX()
                                - figures.get(i - 1).box().getCenterX()
                        >= step);
    }

    /** In English; the demonstration model speaks no other language. */
    String caption() {
        List<String> told = figures.stream().map(Figure::told).toList();
        String all = told.size() == 2
                ? String.join(beside ? " to the left of " : " above ", told)
                : String.join(", ", told).replaceFirst(", (?=[^,]*$)", " and ");
        return all + " on a " + ground.name().toLowerCase(Locale.ROOT) + " background";
    }
}
