/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime;

import java.io.IOException;
import java.util.OptionalLong;
import java.util.Set;

/** One pass over the messages of an ONNX file, holding it to the rules of {@link GraphInspection}. */
final class OnnxWalk {

    private static final int MAX_NAME_BYTES = 4096;
    private static final String GROUPED_ATTENTION = "GroupQueryAttention";
    private static final String ROTARY_TABLE = "cos_cache";

    private final ProtobufReader reader;
    private final Set<String> allowedDataFiles;
    private final Set<String> domains;
    private int nodes;
    private int graphs;
    private int groupedAttentions;
    private OptionalLong rotaryPositions = OptionalLong.empty();

    OnnxWalk(ProtobufReader reader, Set<String> allowedDataFiles, Set<String> domains) {
        this.domains = domains;
        this.reader = reader;
        this.allowedDataFiles = allowedDataFiles;
    }

    GraphFacts walk() throws IOException {
        message(OnnxPart.MODEL);
        if (graphs == 0) {
            throw new MalformedModelException("no graph inside");
        }
        return new GraphFacts(groupedAttentions, rotaryPositions);
    }

    private void message(OnnxPart part) throws IOException {
        begin(part);
        long rows = -1;
        while (reader.next()) {
            switch (part.at(reader.number())) {
                case OnnxPart.Message(OnnxPart inner) -> {
                    reader.enter();
                    message(inner);
                    reader.leave();
                }
                case OnnxPart.Domain domain -> checkDomain(reader.string(MAX_NAME_BYTES));
                case OnnxPart.ExternalData entry -> checkExternalData();
                case OnnxPart.Operator operator -> {
                    if (reader.string(MAX_NAME_BYTES).equals(GROUPED_ATTENTION)) {
                        groupedAttentions++;
                    }
                }
                case OnnxPart.Length length -> {
                    long number = reader.firstNumber();
                    rows = rows < 0 ? number : rows;
                }
                case OnnxPart.TensorName name -> {
                    if (reader.string(MAX_NAME_BYTES).contains(ROTARY_TABLE) && rows > 0) {
                        rotaryPositions = OptionalLong.of(Math.min(rows, rotaryPositions.orElse(rows)));
                    }
                }
                case OnnxPart.Other other -> reader.skip();
            }
        }
    }

    private void begin(OnnxPart part) throws MalformedModelException {
        if (part == OnnxPart.GRAPH) {
            graphs++;
        }
        if (part == OnnxPart.NODE && ++nodes > GraphInspection.MAX_NODES) {
            throw new MalformedModelException("over " + GraphInspection.MAX_NODES + " nodes");
        }
    }

    private void checkDomain(String domain) throws MalformedModelException {
        if (!domains.contains(domain)) {
            throw new MalformedModelException("operators of an unknown domain");
        }
    }

    /** StringStringEntryProto: key 1, value 2; of a repeated field the last counts. */
    private void checkExternalData() throws IOException {
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
        // The names of a manifest are bare, so a listed name has no folder in it.
        if (key.equals("location") && !allowedDataFiles.contains(value)) {
            throw new MalformedModelException("external data in a file that the manifest does not list");
        }
    }
}
