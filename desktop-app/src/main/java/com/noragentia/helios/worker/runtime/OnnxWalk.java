/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime;

import java.io.IOException;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;

/** One pass over the messages of an ONNX file, holding it to the rules of {@link GraphInspection}. */
final class OnnxWalk {

    private static final int MAX_NAME_BYTES = 4096;
    private static final String GROUPED_ATTENTION = "GroupQueryAttention";
    private static final String ROTARY_TABLE = "cos_cache";

    private final ProtobufReader reader;
    private final GraphRules rules;
    private int nodes;
    private int graphs;
    private int groupedAttentions;
    private OptionalLong rotaryPositions = OptionalLong.empty();
    private final Set<String> dataFiles = new HashSet<>();
    private int tensors;
    private long dataBytes;

    OnnxWalk(ProtobufReader reader, GraphRules rules) {
        this.reader = reader;
        this.rules = rules;
    }

    GraphFacts walk() throws IOException {
        message(OnnxPart.MODEL);
        if (graphs == 0) {
            throw new MalformedModelException("no graph inside");
        }
        return new GraphFacts(groupedAttentions, rotaryPositions, dataFiles);
    }

    private void message(OnnxPart part) throws IOException {
        begin(part);
        ExternalData external = new ExternalData();
        long rows = -1;
        while (reader.next()) {
            switch (part.at(reader.number())) {
                case OnnxPart.Message(OnnxPart inner) when inner == OnnxPart.EXTERNAL_DATA -> readEntry(external);
                case OnnxPart.Message(OnnxPart inner) -> {
                    reader.enter();
                    message(inner);
                    reader.leave();
                }
                case OnnxPart.Domain domain -> checkDomain(reader.string(MAX_NAME_BYTES));
                case OnnxPart.Operator operator -> heedOperator(reader.string(MAX_NAME_BYTES));
                case OnnxPart.Length length -> {
                    long number = reader.firstNumber();
                    rows = rows < 0 ? number : rows;
                }
                case OnnxPart.TensorName name -> {
                    if (reader.string(MAX_NAME_BYTES).contains(ROTARY_TABLE) && rows > 0) {
                        rotaryPositions = OptionalLong.of(Math.min(rows, rotaryPositions.orElse(rows)));
                    }
                }
                case OnnxPart.Data data -> count(reader.skip());
                case OnnxPart.Other other -> reader.skip();
            }
        }
        if (external.isSaid()) {
            count(rules.bytesOf(external));
        }
    }

    private void begin(OnnxPart part) throws MalformedModelException {
        if (part == OnnxPart.GRAPH) {
            graphs++;
        }
        if (part == OnnxPart.NODE && ++nodes > GraphInspection.MAX_NODES) {
            throw new MalformedModelException(
                    "graph-nodes", "over " + GraphInspection.MAX_NODES + " nodes", GraphInspection.MAX_NODES);
        }
        if (part == OnnxPart.TENSOR && ++tensors > GraphInspection.MAX_TENSORS) {
            throw new MalformedModelException(
                    "graph-tensors", "over " + GraphInspection.MAX_TENSORS + " tensors", GraphInspection.MAX_TENSORS);
        }
    }

    private void count(long bytes) throws MalformedModelException {
        if (bytes > GraphInspection.MAX_DATA_BYTES - dataBytes) {
            throw new MalformedModelException(
                    "graph-bytes",
                    "over " + GraphInspection.MAX_DATA_BYTES + " bytes in tensors",
                    GraphInspection.MAX_DATA_BYTES);
        }
        dataBytes += bytes;
    }

    private void checkDomain(String domain) throws MalformedModelException {
        if (!rules.domains().contains(domain)) {
            throw new MalformedModelException("graph-domain", "operators of an unknown domain");
        }
    }

    private void heedOperator(String operator) throws MalformedModelException {
        if (operator.equals(GROUPED_ATTENTION)) {
            groupedAttentions++;
        }
        if (!rules.operators().allows(operator)) {
            String shown = operator.replaceAll("[^A-Za-z0-9_.]", "?");
            throw new MalformedModelException(
                    "graph-operator", "an operator that models of this kind do not need: " + shown, shown);
        }
    }

    /** StringStringEntryProto: key 1, value 2; of a repeated field the last counts. */
    private void readEntry(ExternalData external) throws IOException {
        String key = "";
        String value = "";
        reader.enter();
        while (reader.next()) {
            switch (reader.number()) {
                case 1 -> key = reader.string(MAX_NAME_BYTES);
                case 2 -> value = reader.string(MAX_NAME_BYTES);
                default -> reader.skip();
            }
        }
        reader.leave();
        rules.requireKnown(key);
        external.say(key, value);
        // Not only the last: who names a file twice may be read otherwise elsewhere.
        if (key.equals("location")) {
            rules.requireListed(value);
            dataFiles.add(value);
        }
    }
}
