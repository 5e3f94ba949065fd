/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.image;

/** A place in a picture, in pixels; x grows to the right, y downwards. */
record Point(double x, double y) {

    double distanceTo(Point other) {
        return Math.hypot(x - other.x, y - other.y);
    }

    /** The point after a share of the way to another. */
    Point towards(Point other, double share) {
        return new Point(x + (other.x - x) * share, y + (other.y - y) * share);
    }

    Point scaled(double factor) {
        return new Point(x * factor, y * factor);
    }

    /** Turned about the origin by an angle whose cosine and sine are given; clockwise, as y grows downwards. */
    Point turned(double cosine, double sine) {
        return new Point(x * cosine - y * sine, x * sine + y * cosine);
    }
}
