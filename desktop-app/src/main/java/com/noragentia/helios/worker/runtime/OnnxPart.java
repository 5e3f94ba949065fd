/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime;

/** The messages of an ONNX file that matter to its inspection, with the field numbers of {@code onnx.proto} (ONNX IR version 13). */
enum OnnxPart {
    MODEL,
    GRAPH,
    NODE,
    ATTRIBUTE,
    TENSOR,
    /** One fact about where a tensor's data lies: a key and a value. */
    EXTERNAL_DATA,
    SPARSE_TENSOR,
    TRAINING,
    FUNCTION,
    OPERATOR_SET;

    private static final Field OTHER = new Other();
    private static final Field DOMAIN = new Domain();
    private static final Field OPERATOR = new Operator();
    private static final Field DATA = new Data();
    private static final Field LENGTH = new Length();
    private static final Field TENSOR_NAME = new TensorName();

    /** What stands at a field of this message. */
    Field at(int number) {
        return switch (this) {
            case MODEL ->
                switch (number) {
                    case 7 -> new Message(GRAPH);
                    case 8 -> new Message(OPERATOR_SET);
                    case 20 -> new Message(TRAINING);
                    case 25 -> new Message(FUNCTION);
                    default -> OTHER;
                };
            case GRAPH ->
                switch (number) {
                    case 1 -> new Message(NODE);
                    case 5 -> new Message(TENSOR);
                    case 15 -> new Message(SPARSE_TENSOR);
                    default -> OTHER;
                };
            case NODE ->
                switch (number) {
                    case 4 -> OPERATOR;
                    case 5 -> new Message(ATTRIBUTE);
                    case 7 -> DOMAIN;
                    default -> OTHER;
                };
            case ATTRIBUTE ->
                switch (number) {
                    case 5, 10 -> new Message(TENSOR);
                    case 6, 11 -> new Message(GRAPH);
                    case 22, 23 -> new Message(SPARSE_TENSOR);
                    default -> OTHER;
                };
            case TENSOR ->
                switch (number) {
                    case 1 -> LENGTH;
                    case 4, 5, 6, 7, 9, 10, 11 -> DATA;
                    case 8 -> TENSOR_NAME;
                    case 13 -> new Message(EXTERNAL_DATA);
                    default -> OTHER;
                };
            case EXTERNAL_DATA -> OTHER;
            case SPARSE_TENSOR -> number == 1 || number == 2 ? new Message(TENSOR) : OTHER;
            case TRAINING -> number == 1 || number == 2 ? new Message(GRAPH) : OTHER;
            case FUNCTION ->
                switch (number) {
                    case 7 -> new Message(NODE);
                    case 9 -> new Message(OPERATOR_SET);
                    case 10 -> DOMAIN;
                    case 11 -> new Message(ATTRIBUTE);
                    default -> OTHER;
                };
            case OPERATOR_SET -> number == 1 ? DOMAIN : OTHER;
        };
    }

    /** What a field holds. */
    sealed interface Field {}

    /** Another message that matters. */
    record Message(OnnxPart part) implements Field {}

    /** The name of an operator domain. */
    record Domain() implements Field {}

    /** The name of an operator: what a node computes. */
    record Operator() implements Field {}

    /** Lengths of a tensor's axes, one or all of them. */
    record Length() implements Field {}

    /** What nodes call a tensor. */
    record TensorName() implements Field {}

    /** Numbers of a tensor, inside the file. */
    record Data() implements Field {}

    /** Nothing to inspect. */
    record Other() implements Field {}
}
