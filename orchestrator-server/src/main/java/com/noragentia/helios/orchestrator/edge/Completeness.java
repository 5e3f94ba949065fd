/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.edge;

import com.noragentia.helios.protocol.wire.WireException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON may leave out any field, and the codec then puts {@code null} where the record promises a value. This is the place that keeps
 * such records out of the house.
 */
public final class Completeness {

    private Completeness() {}

    /**
     * Passes a record through.
     *
     * @throws WireException naming the first part that is missing, at any depth, without being {@link Nullable}
     */
    public static <T> T check(T value) throws WireException {
        require(value, value.getClass().getSimpleName());
        return value;
    }

    private static void require(@Nullable Object value, String where) throws WireException {
        switch (value) {
            case null -> throw new WireException("incomplete: " + where + " is missing");
            case Record parts -> requireParts(parts);
            case Collection<?> elements -> {
                for (Object element : elements) {
                    require(element, "an element of " + where);
                }
            }
            case Map<?, ?> entries -> {
                for (Object entry : entries.values()) {
                    require(entry, "a value of " + where);
                }
            }
            default -> {}
        }
    }

    private static void requireParts(Record parts) throws WireException {
        for (RecordComponent part : parts.getClass().getRecordComponents()) {
            Object value = valueOf(part, parts);
            if (value != null || !part.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                require(value, part.getName());
            }
        }
    }

    private static @Nullable Object valueOf(RecordComponent part, Record parts) {
        try {
            Method accessor = part.getAccessor();
            accessor.setAccessible(true); // some records are private to their slice
            return accessor.invoke(parts);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record hides " + part.getName(), e);
        }
    }
}
