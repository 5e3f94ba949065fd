/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert;

import com.noragentia.helios.protocol.api.Phase;
import java.util.List;

/** Where an expert tells how it gets on. Not thread-safe: one task, one thread. */
public interface AnswerStream {

    /** The task moves, though no words come yet. {@code total} is 0 where the end is not known. */
    void working(Phase phase, int done, int total);

    /** The next piece of the answer: a token, or a sentence; never empty. */
    void piece(String text);

    /** As {@link #piece(String)}, with the tokens that a language model wrote for it: another worker can go on after them. */
    default void piece(WrittenPiece piece) {
        piece(piece.text());
    }

    /**
     * The pieces that an earlier attempt brought and that are gone on with, just as they were; comes before any other piece. Where they are not all
     * that it brought, none too, the rest is written anew.
     */
    default void repeated(List<WrittenPiece> pieces) {
        pieces.forEach(this::piece);
    }
}
