/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime;

/**
 * Numbers in a shape, row-major (the last axis varies fastest). The arrays are not copied: whoever makes one gives them away.
 *
 * @param values as many as the product of {@code shape}
 * @param shape length of each axis
 */
@SuppressWarnings("ArrayRecordComponent") // a tensor of megabytes that is never compared
public record FloatTensor(float[] values, long... shape) {

    /** Length of an axis. */
    public int size(int axis) {
        return Math.toIntExact(shape[axis]);
    }
}
