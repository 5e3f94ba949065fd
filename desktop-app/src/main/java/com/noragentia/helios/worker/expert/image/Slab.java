/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.image;

/** A line on a page that was turned level. */
record Slab(ReadLine line, double left, double right, double middle, double height) {

    double width() {
        return right - left;
    }

    /** Whether the two overlap by more than half the height of the lower. */
    boolean isBeside(Slab other) {
        double overlap = (height + other.height) / 2 - Math.abs(middle - other.middle);
        return overlap > Math.min(height, other.height) / 2;
    }
}
