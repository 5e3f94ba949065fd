/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import java.util.List;

/**
 * What a language model has written of an answer, so that another worker with the same model can go on with it.
 *
 * @param pieces all of them, from the first
 */
public record WrittenAnswer(String model, List<Piece> pieces) {

    public WrittenAnswer {
        pieces = List.copyOf(pieces);
    }

    /** A piece, and the tokens that were written since the one before. */
    public record Piece(String text, List<Integer> tokens) {}
}
