/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import com.noragentia.helios.protocol.api.Limit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Finds paragraphs in a part of WordprocessingML (ISO/IEC 29500-1, 17). A table row becomes one paragraph, its cells joined by a bar. Text of
 * deleted runs and of fields' instructions lives in other elements and so stays out; the fallback of alternate content would repeat its choice.
 */
final class WordParagraphs extends DefaultHandler {

    private static final String CELL_SEPARATOR = " | ";

    private final ParagraphSink sink;
    private final Deque<StringBuilder> open = new ArrayDeque<>();
    private final StringBuilder row = new StringBuilder();
    private int tables;
    private int fallbacks;
    private boolean inText;
    private long characters;

    WordParagraphs(ParagraphSink sink) {
        this.sink = sink;
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        switch (name) {
            case "Fallback" -> fallbacks++;
            case "p" -> open.push(new StringBuilder());
            case "t" -> inText = true;
            case "tab", "br", "cr" -> append(" ");
            case "noBreakHyphen" -> append("-");
            case "tbl" -> tables++;
            default -> {}
        }
    }

    @Override
    public void characters(char[] text, int start, int length) {
        if (inText) {
            append(new String(text, start, length));
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
        switch (name) {
            case "Fallback" -> fallbacks--;
            case "t" -> inText = false;
            case "p" -> endParagraph();
            case "tc" -> endCell();
            case "tr" -> endRow();
            case "tbl" -> tables--;
            default -> {}
        }
    }

    private void append(String text) {
        if (fallbacks == 0 && !open.isEmpty()) {
            // Counted before a paragraph ends: one alone may be larger than the memory.
            characters += text.length();
            ParagraphSink.require(Limit.DOCUMENT_CHARACTERS, characters);
            open.element().append(text);
        }
    }

    private void endParagraph() {
        if (open.isEmpty()) {
            return;
        }
        String text = open.pop().toString().strip();
        if (tables == 0) {
            add(text);
        } else if (!text.isEmpty()) {
            row.append(row.isEmpty() || row.toString().endsWith(CELL_SEPARATOR) ? "" : " ")
                    .append(text);
        }
    }

    private void endCell() {
        if (!row.isEmpty() && !row.toString().endsWith(CELL_SEPARATOR)) {
            row.append(CELL_SEPARATOR);
        }
    }

    private void endRow() {
        int length = row.length();
        if (row.toString().endsWith(CELL_SEPARATOR)) {
            length -= CELL_SEPARATOR.length();
        }
        add(row.substring(0, length));
        row.setLength(0);
    }

    private void add(String text) {
        try {
            sink.add(null, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
