/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.image;

import java.util.List;

/** The rectangle of least area around points: one of its sides lies on their convex hull (Freeman and Shapira 1975). */
final class SmallestRectangle {

    private SmallestRectangle() {}

    /**
     * The rectangle, each side moved outwards.
     *
     * @param growth how far to move the sides of a rectangle of a width and a height
     */
    static Quad around(List<Point> points, Growth growth) {
        List<Point> hull = ConvexHull.around(points);
        Candidate best = Candidate.along(1, 0, hull);
        for (int i = 0; i < hull.size(); i++) {
            Point from = hull.get(i);
            Point to = hull.get((i + 1) % hull.size());
            double length = from.distanceTo(to);
            if (length > 0) {
                Candidate candidate = Candidate.along((to.x() - from.x()) / length, (to.y() - from.y()) / length, hull);
                best = candidate.area() < best.area() ? candidate : best;
            }
        }
        return mostlyRightwards(best.quad(growth.of(best.width(), best.height())));
    }

    private static Quad mostlyRightwards(Quad quad) {
        Quad best = quad;
        Quad turned = quad;
        for (int i = 0; i < 3; i++) {
            turned = turned.quarterTurned();
            best = rightwards(turned) > rightwards(best) ? turned : best;
        }
        return best;
    }

    private static double rightwards(Quad quad) {
        double width = quad.width();
        return width == 0 ? 0 : (quad.topRight().x() - quad.topLeft().x()) / width;
    }

    /** How far the sides of a rectangle move outwards. */
    interface Growth {

        double of(double width, double height);
    }

    /** The rectangle in one direction: the range of the points along it (u) and across it (v). */
    private record Candidate(double dx, double dy, double minU, double maxU, double minV, double maxV) {

        static Candidate along(double dx, double dy, List<Point> hull) {
            double minU = Double.POSITIVE_INFINITY;
            double maxU = Double.NEGATIVE_INFINITY;
            double minV = Double.POSITIVE_INFINITY;
            double maxV = Double.NEGATIVE_INFINITY;
            for (Point point : hull) {
                double u = point.x() * dx + point.y() * dy;
                double v = point.y() * dx - point.x() * dy;
                minU = Math.min(minU, u);
                maxU = Math.max(maxU, u);
                minV = Math.min(minV, v);
                maxV = Math.max(maxV, v);
            }
            return new Candidate(dx, dy, minU, maxU, minV, maxV);
        }

        double width() {
            return maxU - minU;
        }

        double height() {
            return maxV - minV;
        }

        double area() {
            return width() * height();
        }

        Quad quad(double growth) {
            return new Quad(
                    at(minU - growth, minV - growth),
                    at(maxU + growth, minV - growth),
                    at(maxU + growth, maxV + growth),
                    at(minU - growth, maxV + growth));
        }

        private Point at(double u, double v) {
            return new Point(u * dx - v * dy, u * dy + v * dx);
        }
    }
}
