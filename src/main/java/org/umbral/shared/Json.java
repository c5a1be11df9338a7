package org.umbral.shared;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The one way that JSON is read and written: strict on structure (no duplicate keys, no trailing tokens), lenient on
 * names it does not know, so that a newer writer is still read. Every record bound by it is registered for native
 * images in {@code META-INF/substrate/config/reflectionconfig.json}, see {@link Bound}. Thread-safe.
 *
 * <p>Jackson's messages may quote what it read. They never leave this class: a failure says only where it was.
 */
public final class Json {
    private static final int MAX_DEPTH = 64;
    private static final int MAX_TEXT = 1 << 20;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxStringLength(MAX_TEXT)
                            .build())
                    // Buffers that are kept for the next use would keep words of people beyond a lock.
                    .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    private Json() {}

    public static byte[] write(Object value) {
        requireBound(value.getClass());
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new Bug("what we write is always JSON", e);
        }
    }

    public static String writeText(Object value) {
        return new String(write(value), StandardCharsets.UTF_8);
    }

    /** Reads a record; {@code GiveUp("not-our-format")} where the bytes are not one. */
    public static <T> T read(byte[] json, Class<T> type) throws GiveUp {
        requireBound(type);
        try {
            T value = MAPPER.readValue(json, type);
            if (value == null) {
                throw new GiveUp("not-our-format");
            }
            return value;
        } catch (IOException | IllegalArgumentException e) {
            throw new GiveUp("not-our-format");
        }
    }

    public static <T> T read(String json, Class<T> type) throws GiveUp {
        return read(json.getBytes(StandardCharsets.UTF_8), type);
    }

    /** Reads a tree; {@code GiveUp("not-our-format")} where the bytes are not one JSON value. */
    public static JsonNode tree(byte[] json) throws GiveUp {
        return read(json, JsonNode.class);
    }

    public static JsonNode tree(String json) throws GiveUp {
        return tree(json.getBytes(StandardCharsets.UTF_8));
    }

    private static void requireBound(Class<?> type) {
        if (!JsonNode.class.isAssignableFrom(type) && !type.isAnnotationPresent(Bound.class)) {
            throw new Bug("a type bound to JSON carries @Bound: " + type.getSimpleName());
        }
    }

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }
}
