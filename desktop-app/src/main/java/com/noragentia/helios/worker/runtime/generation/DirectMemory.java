/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

import java.lang.reflect.InvocationTargetException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Memory outside the heap, given back when asked and not when a collection happens to come by: what is freed here may be a large part of
 * what the owner of the computer lent. {@code Unsafe.invokeCleaner} is reached by reflection, as {@code jdk.unsupported} draws a
 * warning that nothing can silence.
 */
final class DirectMemory {

    private DirectMemory() {}

    /** Zeroed memory in this machine's byte order. */
    static ByteBuffer allocate(int bytes) {
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    }

    /** Gives back what {@link #allocate} gave; nobody may use it, or a view of it, from now on. */
    static void free(ByteBuffer memory) {
        try {
            Class<?> type = Class.forName("sun.misc.Unsafe");
            var instance = type.getDeclaredField("theUnsafe");
            instance.setAccessible(true);
            type.getMethod("invokeCleaner", ByteBuffer.class).invoke(instance.get(null), memory);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this Java cannot free direct memory", cause(e));
        }
    }

    private static Throwable cause(ReflectiveOperationException e) {
        return e instanceof InvocationTargetException target && target.getCause() != null ? target.getCause() : e;
    }
}
