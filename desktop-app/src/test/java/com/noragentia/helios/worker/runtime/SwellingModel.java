/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A model of some hundred bytes that takes as much memory as it is told: its matrix is reckoned from its shape while it loads. */
public final class SwellingModel {

    private static final int INT64 = 7;

    private SwellingModel() {}

    /** A model whose matrix has so many floats. */
    public static byte[] of(int floats) {
        ProtobufBytes graph = CraftedModel.graph(
                integers("shape", 2, floats / 2),
                new ProtobufBytes().text(1, "shape").text(2, "w").text(4, "ConstantOfShape"),
                new ProtobufBytes().text(1, "x").text(1, "w").text(2, "all").text(4, "MatMul"),
                new ProtobufBytes().text(1, "all").text(1, "first").text(2, "y").text(4, "Gather"));
        return CraftedModel.ofGraph(graph.message(5, integers("first", 0, 1)));
    }

    private static ProtobufBytes integers(String name, long one, long other) {
        byte[] raw = ByteBuffer.allocate(2 * Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(one)
                .putLong(other)
                .array();
        return new ProtobufBytes().number(1, 2).number(2, INT64).text(8, name).bytes(9, raw);
    }
}
