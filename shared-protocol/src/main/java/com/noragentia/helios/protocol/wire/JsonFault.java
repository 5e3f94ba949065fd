/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.wire;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a piece of JSON, in words for whoever wrote it. Jackson's own message and location quote the input, so neither goes on:
 * what is told are names of our own fields, and places.
 */
final class JsonFault {

    private JsonFault() {}

    static String inWords(JsonProcessingException fault) {
        return switch (fault) {
            case InvalidTypeIdException unknown ->
                "JSON in which " + field(unknown) + " has no \"type\" that is known here";
            case JsonMappingException unfit -> "JSON in which " + field(unfit) + " is missing, null or of another kind";
            default -> "not JSON" + place(fault.getLocation());
        };
    }

    /** Path of the field, as in {@code input.attachments[2].name}; keys of maps are somebody's words and stay out. */
    private static String field(JsonMappingException fault) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : fault.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                String name = isOfMap(step.getFrom()) ? "…" : step.getFieldName();
                path.append(path.isEmpty() ? "" : ".").append(name);
            }
        }
        return path.isEmpty() ? "something" + place(fault.getLocation()) : "'" + path + "'";
    }

    private static boolean isOfMap(@Nullable Object holder) {
        return holder instanceof Map || (holder instanceof Class<?> type && Map.class.isAssignableFrom(type));
    }

    private static String place(@Nullable JsonLocation place) {
        return place == null ? "" : " at character " + place.getCharOffset();
    }
}
