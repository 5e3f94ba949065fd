/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.image;

import com.noragentia.helios.protocol.task.TextLine.Box;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** A rectangle at any angle. Its corners are named as the text in it is read: words run from top left to top right. */
record Quad(Point topLeft, Point topRight, Point bottomRight, Point bottomLeft) {

    double width() {
        return topLeft.distanceTo(topRight);
    }

    double height() {
        return topLeft.distanceTo(bottomLeft);
    }

    Stream<Point> corners() {
        return Stream.of(topLeft, topRight, bottomRight, bottomLeft);
    }

    Quad map(UnaryOperator<Point> each) {
        return new Quad(each.apply(topLeft), each.apply(topRight), each.apply(bottomRight), each.apply(bottomLeft));
    }

    /** Its first part, at most {@code shape} times as wide as high. */
    Quad start(double shape) {
        double share = Math.min(1, shape * height() / width());
        return new Quad(topLeft, topLeft.towards(topRight, share), bottomLeft.towards(bottomRight, share), bottomLeft);
    }

    /** The same place, its text read a quarter turn clockwise further: downwards if it was rightwards. */
    Quad quarterTurned() {
        return startingAt(1);
    }

    /** The same place, its text read upside down. */
    Quad halfTurned() {
        return startingAt(2);
    }

    /** The upright rectangle around it, in whole pixels, as far as it lies inside a picture. */
    Box boundsWithin(int pictureWidth, int pictureHeight) {
        int left = clamp(Math.floor(xs().min().orElseThrow()), pictureWidth);
        int right = clamp(Math.ceil(xs().max().orElseThrow()), pictureWidth);
        int top = clamp(Math.floor(ys().min().orElseThrow()), pictureHeight);
        int bottom = clamp(Math.ceil(ys().max().orElseThrow()), pictureHeight);
        return new Box(left, top, right - left, bottom - top);
    }

    DoubleStream xs() {
        return corners().mapToDouble(Point::x);
    }

    DoubleStream ys() {
        return corners().mapToDouble(Point::y);
    }

    private Quad startingAt(int corner) {
        List<Point> from = new ArrayList<>(corners().toList());
        Collections.rotate(from, -corner);
        return new Quad(from.get(0), from.get(1), from.get(2), from.get(3));
    }

    private static int clamp(double value, int max) {
        return (int) Math.max(0, Math.min(max, value));
    }
}
