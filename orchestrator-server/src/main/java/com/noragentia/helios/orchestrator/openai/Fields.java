/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.wire.JsonCodec;
import com.noragentia.helios.protocol.wire.WireException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An object in a request, with the way that leads to it, so that whoever sent a wrong one is told where. Null counts as left out, as with OpenAI.
 *
 * @param way as in {@code messages[0]}; empty for the whole
 */
record Fields(JsonNode object, String way) {

    /** @throws ProblemException {@code request-invalid} where it is no JSON object */
    static Fields of(byte[] json) {
        try {
            return of(JsonCodec.decode(json, JsonNode.class, Limit.REQUEST_BYTES.value()), "");
        } catch (WireException e) {
            throw new ProblemException(ProblemCode.REQUEST_INVALID, "the body is " + e.getMessage());
        }
    }

    static Fields of(JsonNode node, String way) {
        if (!node.isObject()) {
            throw way.isEmpty()
                    ? new ProblemException(ProblemCode.REQUEST_INVALID, "the body is no JSON object")
                    : Fault.invalid(way, "an object");
        }
        return new Fields(node, way);
    }

    String wayTo(String name) {
        return way.isEmpty() ? name : way + "." + name;
    }

    Optional<JsonNode> find(String name) {
        return Optional.ofNullable(object.get(name)).filter(node -> !node.isNull());
    }

    JsonNode need(String name) {
        return find(name).orElseThrow(() -> Fault.missing(wayTo(name)));
    }

    Optional<String> text(String name) {
        return find(name).map(node -> text(node, wayTo(name)));
    }

    String needText(String name) {
        return text(need(name), wayTo(name));
    }

    static String text(JsonNode node, String way) {
        if (!node.isTextual()) {
            throw Fault.invalid(way, "a string");
        }
        return node.textValue();
    }

    boolean flag(String name) {
        return find(name)
                .map(node -> {
                    if (!node.isBoolean()) {
                        throw Fault.invalid(wayTo(name), "true or false");
                    }
                    return node.booleanValue();
                })
                .orElse(false);
    }

    Optional<Double> number(String name, double least, double most) {
        return find(name).map(node -> {
            if (!node.isNumber() || node.doubleValue() < least || node.doubleValue() > most) {
                throw Fault.invalid(wayTo(name), "a number from " + plain(least) + " to " + plain(most));
            }
            return node.doubleValue();
        });
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    OptionalLong whole(String name) {
        Optional<JsonNode> found = find(name);
        if (found.isEmpty()) {
            return OptionalLong.empty();
        }
        JsonNode node = found.get();
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw Fault.invalid(wayTo(name), "a whole number");
        }
        return OptionalLong.of(node.longValue());
    }

    Optional<Fields> object(String name) {
        return find(name).map(node -> of(node, wayTo(name)));
    }

    /** The objects of a list that must not be empty. */
    List<Fields> objects(String name) {
        JsonNode list = need(name);
        if (!list.isArray() || list.isEmpty()) {
            throw Fault.invalid(wayTo(name), "a list of one object or more");
        }
        List<Fields> objects = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            objects.add(of(list.get(i), wayTo(name) + "[" + i + "]"));
        }
        return objects;
    }
}
