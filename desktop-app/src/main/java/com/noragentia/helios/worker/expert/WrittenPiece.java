/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert;

import java.util.List;

/** A piece of an answer that a language model wrote: its words, and the tokens since the piece before. */
public record WrittenPiece(String text, List<Integer> tokens) {

    public WrittenPiece {
        tokens = List.copyOf(tokens);
    }
}
