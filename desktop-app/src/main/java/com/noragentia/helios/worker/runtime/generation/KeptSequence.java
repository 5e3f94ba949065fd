/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

import com.noragentia.helios.worker.runtime.sampling.TokenSequence;
import java.util.Optional;

/**
 * A sequence whose keys and values are still in its slot, for a request that begins alike.
 *
 * @param tokens those whose keys and values are there
 * @param conversation only its own requests may use it
 * @param lastUse a count that grows with each use
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and as long as a conversation
record KeptSequence(int[] tokens, Optional<String> conversation, long lastUse) {

    /** How many tokens to be read are the same from the start; one at least is left over, for its logits are needed. */
    int commonPrefix(TokenSequence start, int toRead, Optional<String> other) {
        if (!conversation.equals(other)) {
            return 0;
        }
        int longest = Math.min(tokens.length, toRead - 1);
        int common = 0;
        while (common < longest && tokens[common] == start.at(common)) {
            common++;
        }
        return common;
    }
}
