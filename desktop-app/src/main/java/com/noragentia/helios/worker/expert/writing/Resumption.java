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
     * The pieces to go on after.
     *
     * @param vocabulary tokens are 0 to this, exclusive
     */
    static List<WrittenPiece> of(
            List<WrittenPiece> written, TextTokenizer tokenizer, List<String> stop, int vocabulary) {
        List<WrittenPiece> same = new ArrayList<>();
        StringBuilder here = new StringBuilder();
        Pen pen = new Pen(tokenizer, stop, piece -> here.append(piece.text()));
        for (WrittenPiece piece : written) {
            if (piece.text().isEmpty() || !areTokens(piece.tokens(), vocabulary)) {
                return List.copyOf(same);
            }
            here.setLength(0);
            piece.tokens().forEach(pen::write);
            if (!piece.text().contentEquals(here)) {
                return List.copyOf(same);
            }
            same.add(piece);
        }
        return List.copyOf(same);
    }

    private static boolean areTokens(List<Integer> tokens, int vocabulary) {
        return !tokens.isEmpty() && tokens.stream().allMatch(token -> token >= 0 && token < vocabulary);
    }
}
