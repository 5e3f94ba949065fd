/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

import java.lang.reflect.InvocationTargetException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Memory outside the heap, given back when asked and not when a collection happens to come by: it may be a large part of what the owner
 * of the computer lent. It comes from {@code java.lang.foreign} (final since Java 22), reached by reflection because what people install
 * is compiled for Java 21 (docs/decisions/0002); on 21 itself, {@code Unsafe.invokeCleaner} frees it.
 */
final class DirectMemory implements AutoCloseable {

    private static final long CACHE_LINE_BYTES = 64;
    private static final boolean HAS_ARENAS = Runtime.version().feature() >= 22;

    private final ByteBuffer buffer;
    private final Freeing freeing;

    /** How the memory is given back. */
    private interface Freeing {

        void free() throws ReflectiveOperationException;
    }

    private DirectMemory(ByteBuffer buffer, Freeing freeing) {
        this.buffer = buffer.order(ByteOrder.nativeOrder());
        this.freeing = freeing;
    }

    /** Zeroed memory. */
    static DirectMemory of(int bytes) {
        try {
            return HAS_ARENAS ? ofArena(bytes) : ofHeapLimit(bytes);
        } catch (ReflectiveOperationException e) {
            throw failure(e);
        }
    }

    private static DirectMemory ofArena(int bytes) throws ReflectiveOperationException {
        Class<?> type = Class.forName("java.lang.foreign.Arena");
        Object arena = type.getMethod("ofShared").invoke(null);
        Object segment =
                type.getMethod("allocate", long.class, long.class).invoke(arena, (long) bytes, CACHE_LINE_BYTES);
        Object buffer = Class.forName("java.lang.foreign.MemorySegment")
                .getMethod("asByteBuffer")
                .invoke(segment);
        return new DirectMemory(
                (ByteBuffer) buffer, () -> type.getMethod("close").invoke(arena));
    }

    /** Counted against {@code -XX:MaxDirectMemorySize}, which the worker's command line sets high. */
    private static DirectMemory ofHeapLimit(int bytes) throws ReflectiveOperationException {
        ByteBuffer buffer = ByteBuffer.allocateDirect(bytes);
        Class<?> type = Class.forName("sun.misc.Unsafe");
        var instance = type.getDeclaredField("theUnsafe");
        instance.setAccessible(true);
        Object unsafe = instance.get(null);
        return new DirectMemory(
                buffer, () -> type.getMethod("invokeCleaner", ByteBuffer.class).invoke(unsafe, buffer));
    }

    /** All of it, in this machine's byte order; neither it nor a view of it may be used after {@link #close}. */
    ByteBuffer buffer() {
        return buffer;
    }

    /** A part of it, in this machine's byte order. */
    ByteBuffer part(int start, int bytes) {
        return buffer.slice(start, bytes).order(ByteOrder.nativeOrder());
    }

    @Override
    public void close() {
        try {
            freeing.free();
        } catch (ReflectiveOperationException e) {
            throw failure(e);
        }
    }

    private static RuntimeException failure(ReflectiveOperationException e) {
        if (e instanceof InvocationTargetException target && target.getCause() instanceof OutOfMemoryError full) {
            throw full;
        }
        return new IllegalStateException("this Java has no memory outside its heap to give", e);
    }
}
