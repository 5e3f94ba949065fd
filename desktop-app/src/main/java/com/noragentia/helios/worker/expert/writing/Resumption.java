/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.writing;

import com.noragentia.helios.worker.expert.WrittenPiece;
import com.noragentia.helios.worker.runtime.text.TextTokenizer;
import java.util.ArrayList;
import java.util.List;

/**
 * How much of what another worker wrote can be gone on with: the longest beginning whose tokens give just these words here too. The rest, which
 * would be a stranger's mistake or the end of an answer that nobody heard of, is written anew. Pure.
 */
final class Resumption {

    private Resumption() {}

    /**
     * The tokens to go on after.
     *
     * @param vocabulary tokens are 0 to this, exclusive
     */
    static List<Integer> of(List<WrittenPiece> written, TextTokenizer tokenizer, List<String> stop, int vocabulary) {
        List<Integer> tokens = new ArrayList<>();
        List<WrittenPiece> here = new ArrayList<>();
        Pen pen = new Pen(tokenizer, stop, here::add);
        for (WrittenPiece piece : written) {
            if (piece.tokens().isEmpty()
                    || piece.tokens().stream().anyMatch(token -> token < 0 || token >= vocabulary)) {
                return List.copyOf(tokens);
            }
            piece.tokens().forEach(pen::write);
            if (here.isEmpty() || !here.removeLast().equals(piece) || !here.isEmpty()) {
                return List.copyOf(tokens);
            }
            tokens.addAll(piece.tokens());
        }
        return List.copyOf(tokens);
    }
}
