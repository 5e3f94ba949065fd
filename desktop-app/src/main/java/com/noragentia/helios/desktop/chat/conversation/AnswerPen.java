/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.conversation;

import com.noragentia.helios.desktop.chat.markdown.BlockReader;
import com.noragentia.helios.desktop.chat.markdown.BlockStream;
import com.noragentia.helios.desktop.chat.markdown.MarkdownReader;
import com.noragentia.helios.desktop.chat.markdown.PlainReader;
import com.noragentia.helios.desktop.chat.markdown.VisibleText;
import com.noragentia.helios.protocol.task.Expert;
import java.util.ArrayList;
import java.util.List;

/** Writes an answer into its exchange as pieces come: reads them into blocks here, and only shows them on the UI thread. */
final class AnswerPen {

    private final Exchange exchange;
    private final ChatThreads threads;
    private final BlockReader reader;
    private BlockStream stream;
    private final PieceBuffer buffer;
    private final StringBuilder written = new StringBuilder();
    /** How much was written before each piece, in characters. */
    private final List<Integer> starts = new ArrayList<>();

    AnswerPen(Exchange exchange, ChatThreads threads) {
        this.exchange = exchange;
        this.threads = threads;
        this.reader = readerFor(exchange.question().expert());
        this.stream = new BlockStream(reader);
        this.buffer = new PieceBuffer(threads.timer(), this::write);
    }

    /** What is found in a picture or heard in a recording was never meant as markdown. */
    static BlockReader readerFor(Expert expert) {
        return switch (expert) {
            case CHAT, DOCUMENT -> new MarkdownReader();
            case IMAGE, AUDIO, EMBEDDING, DESCRIPTION, OBJECTS -> new PlainReader();
        };
    }

    /** Takes piece {@code index}; one that came before, as it may after a change of worker, is passed over. */
    void take(int index, String piece) {
        if (index >= starts.size()) {
            starts.add(written.length());
            String visible = VisibleText.of(piece);
            written.append(visible);
            buffer.add(visible);
        }
    }

    /** Another goes on with piece {@code nextIndex}: what had come of it and what follows it is void. */
    void rewind(int nextIndex) {
        if (nextIndex < starts.size()) {
            buffer.flush();
            written.setLength(starts.get(nextIndex));
            starts.subList(nextIndex, starts.size()).clear();
            stream = new BlockStream(reader);
            String kept = written.toString();
            BlockStream.Step step = stream.append(kept);
            threads.ui().execute(() -> exchange.replace(kept, step));
        }
    }

    private void write(String text) {
        BlockStream.Step step = stream.append(text);
        threads.ui().execute(() -> exchange.grow(text, step));
    }

    /** Shows all that has come. */
    void finish() {
        buffer.flush();
    }

    /** Shows all that has come, and {@code whole} in its place where that is something else. */
    void finish(String whole) {
        buffer.flush();
        String visible = VisibleText.of(whole);
        if (!visible.contentEquals(written)) {
            BlockStream.Step step = new BlockStream(reader).append(visible);
            threads.ui().execute(() -> exchange.replace(visible, step));
        }
    }
}
