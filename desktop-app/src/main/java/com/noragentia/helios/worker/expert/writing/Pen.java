/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.writing;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.worker.expert.WrittenPiece;
import com.noragentia.helios.worker.runtime.text.StopStrings;
import com.noragentia.helios.worker.runtime.text.TextTokenizer;
import com.noragentia.helios.worker.runtime.text.TokenDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Tokens into pieces of an answer: whole characters only, nothing of a stop text, and with each piece the tokens since the one before. The same
 * tokens always give the same words, so that another worker can take the pen up. Not thread-safe.
 */
final class Pen {

    private final TokenDecoder decoder;
    private final StopStrings stop;
    private final Consumer<WrittenPiece> pieces;
    private final List<Integer> since = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private boolean repeats;

    Pen(TextTokenizer tokenizer, List<String> stop, Consumer<WrittenPiece> pieces) {
        this.decoder = tokenizer.decoder();
        this.stop = new StopStrings(stop);
        this.pieces = pieces;
    }

    /** Writes a token; false if the answer ends with it. */
    boolean write(int token) {
        since.add(token);
        put(stop.next(decoder.next(token)));
        return !stop.stopped();
    }

    /** Writes what was handed on before: no pieces come of it. */
    void repeat(WrittenPiece piece) {
        repeats = true;
        piece.tokens().forEach(this::write);
        repeats = false;
    }

    /** Nothing follows: writes what was held back. */
    void finish() {
        if (!stop.stopped()) {
            put(stop.next(decoder.rest()) + stop.rest());
        }
    }

    private void put(String words) {
        if (!words.isEmpty()) {
            text.append(words);
            if (!repeats) {
                pieces.accept(new WrittenPiece(words, Limit.PIECE_TOKENS.isPassedBy(since.size()) ? List.of() : since));
            }
            since.clear();
        }
    }

    boolean hasStopped() {
        return stop.stopped();
    }

    /** All that was written. */
    String text() {
        return text.toString();
    }
}
