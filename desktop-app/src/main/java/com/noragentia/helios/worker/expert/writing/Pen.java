/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.writing;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.worker.expert.WrittenPiece;
import com.noragentia.helios.worker.runtime.text.TextTokenizer;
import com.noragentia.helios.worker.runtime.text.TokenDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Tokens into pieces of an answer: whole characters only, nothing of a stop text, and with each piece the tokens since the one before. The same
 * tokens always give the same pieces, so that another worker can take the pen up. Not thread-safe.
 */
final class Pen {

    private final TokenDecoder decoder;
    private final StopTexts stop;
    private final Consumer<WrittenPiece> pieces;
    private final List<Integer> since = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    Pen(TextTokenizer tokenizer, List<String> stop, Consumer<WrittenPiece> pieces) {
        this.decoder = tokenizer.decoder();
        this.stop = new StopTexts(stop);
        this.pieces = pieces;
    }

    /** Writes a token; false if the answer ends with it. */
    boolean write(int token) {
        since.add(token);
        put(stop.take(decoder.next(token)));
        return !stop.isFound();
    }

    /** Nothing follows: writes what was held back. */
    void finish() {
        if (!stop.isFound()) {
            put(stop.take(decoder.rest()) + stop.rest());
        }
    }

    private void put(String words) {
        if (!words.isEmpty()) {
            text.append(words);
            pieces.accept(new WrittenPiece(words, Limit.PIECE_TOKENS.isPassedBy(since.size()) ? List.of() : since));
            since.clear();
        }
    }

    boolean hasStopped() {
        return stop.isFound();
    }

    /** All that was written. */
    String text() {
        return text.toString();
    }
}
