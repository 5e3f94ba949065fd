/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime;

import com.noragentia.helios.protocol.crypto.Sha256;
import com.noragentia.helios.protocol.model.ModelFile;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.task.Expert;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A small ONNX model written by hand: y = x + w over two floats, where w may lie in another file. */
final class CraftedModel {

    static final int EXTERNAL_BYTES = 8;

    private CraftedModel() {}

    /** Takes w from the file named, as seen from the model's folder. */
    static byte[] withExternalData(String location) {
        return model(externalWeight(location));
    }

    /** Says one thing more of the external data. */
    static byte[] withExternalData(String location, String key, String value) {
        return model(externalWeight(location).message(13, entry(key, value)));
    }

    private static ProtobufBytes externalWeight(String location) {
        return new ProtobufBytes()
                .number(1, 2)
                .number(2, 1)
                .text(8, "w")
                .message(13, entry("location", location))
                .message(13, entry("length", String.valueOf(EXTERNAL_BYTES)))
                .number(14, 1);
    }

    /** Carries w inside: two zeros. */
    static byte[] selfContained() {
        return model(inlineWeight());
    }

    static ProtobufBytes inlineWeight() {
        return new ProtobufBytes().number(1, 2).number(2, 1).text(8, "w").bytes(9, new byte[EXTERNAL_BYTES]);
    }

    private static byte[] model(ProtobufBytes weight) {
        return ofGraph(graph(weight, addition()));
    }

    static byte[] ofGraph(ProtobufBytes graph, ProtobufBytes... more) {
        ProtobufBytes model = new ProtobufBytes()
                .number(1, 8)
                .text(2, "test")
                .message(7, graph)
                .message(8, new ProtobufBytes().text(1, "").number(2, 13));
        Arrays.stream(more).forEach(part -> model.raw(octets(part)));
        return model.toByteArray();
    }

    static ProtobufBytes graph(ProtobufBytes weight, ProtobufBytes... nodes) {
        ProtobufBytes graph = new ProtobufBytes();
        Arrays.stream(nodes).forEach(node -> graph.message(1, node));
        return graph.text(2, "addition")
                .message(5, weight)
                .message(11, value("x"))
                .message(12, value("y"));
    }

    static ProtobufBytes addition() {
        return new ProtobufBytes().text(1, "x").text(1, "w").text(2, "y").text(4, "Add");
    }

    static ProtobufBytes entry(String key, String value) {
        return new ProtobufBytes().text(1, key).text(2, value);
    }

    /** A manifest that lists the files of a folder under their names. */
    static ModelManifest manifest(Path... files) throws IOException {
        List<ModelFile> listed = Arrays.stream(files).map(CraftedModel::pinned).toList();
        return new ModelManifest("crafted", "Crafted", List.of(Expert.EMBEDDING), List.of(), "CC0-1.0", 1000, listed);
    }

    private static ModelFile pinned(Path file) {
        try {
            return new ModelFile(
                    file.getFileName().toString(), Files.size(file), Sha256.hex(Files.readAllBytes(file)), List.of());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static ProtobufBytes value(String name) {
        ProtobufBytes shape = new ProtobufBytes().message(1, new ProtobufBytes().number(1, 2));
        ProtobufBytes tensor = new ProtobufBytes().number(1, 1).message(2, shape);
        return new ProtobufBytes().text(1, name).message(2, new ProtobufBytes().message(1, tensor));
    }

    private static int[] octets(ProtobufBytes part) {
        byte[] bytes = part.toByteArray();
        int[] octets = new int[bytes.length];
        Arrays.setAll(octets, i -> bytes[i] & 0xFF);
        return octets;
    }
}
