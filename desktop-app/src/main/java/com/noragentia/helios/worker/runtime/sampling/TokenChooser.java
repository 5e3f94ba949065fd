/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.sampling;

import com.noragentia.helios.worker.expert.ModelFailure;
import java.nio.FloatBuffer;

/**
 * Chooses the next token. The same logits, sequence and rule always give the same token, whatever was chosen before by this object. Not
 * thread-safe: it keeps room for one row.
 */
public interface TokenChooser {

    /**
     * The next token.
     *
     * @param logits one row of the vocabulary; position and limit frame it, neither it nor they are changed
     * @param sequence what came before; its {@link TokenSequence#written()} is the index of the token to choose
     * @throws ModelFailure if a logit is no number or infinitely large, or all of them rule their token out (negative infinity)
     */
    int choose(FloatBuffer logits, TokenSequence sequence) throws ModelFailure;
}
