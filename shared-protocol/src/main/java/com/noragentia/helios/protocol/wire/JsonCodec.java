/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.noragentia.helios.protocol.api.Limit;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Records to JSON and back, for both programs. Unknown fields are passed over, so that a newer peer may add some; unknown types, missing
 * or null components (unless {@code @Nullable}), trailing text and input over its limit are refused. An unknown word of an enum is refused too, but where one
 * of its constants stands for all of them ({@code @JsonEnumDefaultValue}). Thread-safe.
 */
public final class JsonCodec {

    /** In UTF-8, for each {@code char} of Java. */
    private static final int MOST_BYTES_PER_CHARACTER = 3;

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(Limit.JSON_DEPTH.intValue())
                            .maxStringLength(Limit.WORKER_MESSAGE_BYTES.intValue())
                            .maxNameLength(256)
                            .maxNumberLength(64)
                            .build())
                    // Most callers are virtual threads, which live too short for buffers of their own.
                    .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
                    // An excerpt of the input in an exception would carry a member's words into a log.
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .addModule(new JavaTimeModule())
            .annotationIntrospector(
                    AnnotationIntrospector.pair(new JacksonAnnotationIntrospector(), new RequiredUnlessNullable()))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();

    private JsonCodec() {}

    public static String encodeToString(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a record of ours does not fit JSON: " + value.getClass(), e);
        }
    }

    public static byte[] encode(Object value) {
        return encodeToString(value).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads one value.
     *
     * @param maxBytes the longest input taken, in UTF-8
     * @throws WireException if it is longer, is not JSON, or does not fit {@code type}
     */
    public static <T> T decode(byte[] json, Class<T> type, long maxBytes) throws WireException {
        if (json.length > maxBytes) {
            throw new WireException(json.length + " bytes of JSON, " + maxBytes + " allowed");
        }
        return decode(new String(json, StandardCharsets.UTF_8), type);
    }

    /** As {@link #decode(byte[], Class, long)}, from text. */
    public static <T> T decode(String json, Class<T> type, long maxBytes) throws WireException {
        // A character takes one to three bytes, so few texts have to be counted.
        if (json.length() > maxBytes
                || (json.length() > maxBytes / MOST_BYTES_PER_CHARACTER
                        && json.getBytes(StandardCharsets.UTF_8).length > maxBytes)) {
            throw new WireException("over " + maxBytes + " bytes of JSON");
        }
        return decode(json, type);
    }

    private static <T> T decode(String json, Class<T> type) throws WireException {
        try {
            T value = MAPPER.readValue(json, type);
            if (value == null) {
                throw new WireException("JSON null, where an object belongs");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new WireException(JsonFault.inWords(e));
        }
    }
}
