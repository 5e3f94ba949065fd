/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.writing;

import com.noragentia.helios.worker.runtime.generation.TokenSink;
import com.noragentia.helios.worker.runtime.text.TextTokenizer;
import java.util.List;

/** Tokens that become words for a reader, until it wants no more. Not thread-safe. */
final class Dictation implements TokenSink {

    private final Author.Reader reader;
    private final Pen pen;
    private boolean isWanted = true;

    Dictation(TextTokenizer tokenizer, Author.Reader reader) {
        this.reader = reader;
        this.pen = new Pen(tokenizer, List.of(), piece -> take(piece.text()));
    }

    private void take(String words) {
        isWanted = isWanted && reader.words(words);
    }

    @Override
    public void reading(int done, int total) {
        reader.reading(done, total);
    }

    @Override
    public boolean token(int token) {
        return pen.write(token) && isWanted;
    }

    /** Nothing follows. */
    void finish() {
        pen.finish();
    }
}
