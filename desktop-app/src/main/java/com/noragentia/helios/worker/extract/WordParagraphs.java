/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.worker.extract.numbering.ListCounters;
import com.noragentia.helios.worker.extract.numbering.ListProperties;
import com.noragentia.helios.worker.extract.numbering.Numbering;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Finds paragraphs in a part of WordprocessingML (ISO/IEC 29500-1, 17), with the numbers and marks of lists. A table row becomes one paragraph,
 * its cells joined by a bar. Text of deleted runs and of fields' instructions lives in other elements and so stays out; the fallback of alternate
 * content would repeat its choice.
 */
final class WordParagraphs extends DefaultHandler {

    private static final String CELL_SEPARATOR = " | ";
    /** A page. Nobody pays for numbers, so beyond it there is no more of them than of text. */
    private static final int FREE_LABEL_CHARACTERS = 3_000;

    private final ParagraphSink sink;
    private final ListCounters lists;
    private final Deque<OpenParagraph> open = new ArrayDeque<>();
    private final StringBuilder row = new StringBuilder();
    private int tables;
    private int fallbacks;
    private boolean inText;
    private long characters;
    private long labelCharacters;

    /** Between its first tag and its last. */
    private static final class OpenParagraph {

        private final StringBuilder text = new StringBuilder();
        private String label = "";
        private Optional<ListProperties> properties = Optional.empty();
    }

    WordParagraphs(ParagraphSink sink, Numbering numbering) {
        this.sink = sink;
        this.lists = new ListCounters(numbering);
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        Optional<ListProperties> properties = openProperties();
        properties.ifPresent(it -> it.start(name, attributes));
        switch (name) {
            case "Fallback" -> fallbacks++;
            case "p" -> open.push(new OpenParagraph());
            case "pPr" -> {
                if (properties.isEmpty() && !open.isEmpty()) {
                    open.element().properties = Optional.of(new ListProperties());
                }
            }
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
        if (openProperties().map(it -> it.end(name)).orElse(false)) {
            endProperties();
        }
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

    private Optional<ListProperties> openProperties() {
        return open.isEmpty() ? Optional.empty() : open.element().properties;
    }

    /** Here and not with the paragraph, which may hold others, in a box of text. */
    private void endProperties() {
        OpenParagraph paragraph = open.element();
        if (fallbacks == 0) {
            paragraph.label = paragraph.properties.map(lists::next).orElse("");
        }
        paragraph.properties = Optional.empty();
    }

    private void append(String text) {
        if (fallbacks == 0 && !open.isEmpty()) {
            // Counted before a paragraph ends: one alone may be larger than the memory.
            characters += text.length();
            requireRoom();
            open.element().text.append(text);
        }
    }

    private void requireRoom() {
        ParagraphSink.require(Limit.DOCUMENT_CHARACTERS, characters + labelCharacters);
    }

    private void endParagraph() {
        if (open.isEmpty()) {
            return;
        }
        OpenParagraph paragraph = open.pop();
        String text = labelled(paragraph.label, paragraph.text.toString().strip());
        if (tables == 0) {
            add(text);
        } else if (!text.isEmpty()) {
            row.append(row.isEmpty() || row.toString().endsWith(CELL_SEPARATOR) ? "" : " ")
                    .append(text);
        }
    }

    /** Alone, a number says something only in a table. */
    private String labelled(String label, String text) {
        boolean isLone = text.isEmpty() && tables == 0;
        if (label.isEmpty() || isLone || labelCharacters + label.length() > FREE_LABEL_CHARACTERS + characters) {
            return text;
        }
        labelCharacters += label.length();
        requireRoom();
        return (label + " " + text).strip();
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
