/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.markdown;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Reads CommonMark with tables. Nesting is limited, so that hostile text costs neither stack nor time. */
public final class MarkdownReader implements BlockReader {

    private static final int MAX_NESTED_BLOCKS = 16;
    private static final int MAX_NESTED_INLINES = 16;

    private final Parser parser = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .maxOpenBlockParsers(MAX_NESTED_BLOCKS)
            .maxInlineNesting(MAX_NESTED_INLINES)
            .build();

    @Override
    public Reading read(String text) {
        Node document = parser.parse(text);
        Node last = document.getLastChild();
        if (last == null) {
            return new Reading(List.of(), List.of(), 0);
        }
        List<Block> finished = new ArrayList<>();
        for (Node node = document.getFirstChild(); node.getNext() != null; node = node.getNext()) {
            BlockShaper.shape(node).ifPresent(finished::add);
        }
        return new Reading(
                List.copyOf(finished), BlockShaper.shape(last).stream().toList(), startOfLine(last, text));
    }

    /** The whole first line belongs to the block, because its indentation has a meaning. */
    private static int startOfLine(Node block, String text) {
        List<SourceSpan> spans = block.getSourceSpans();
        int start = spans.isEmpty() ? 0 : spans.getFirst().getInputIndex();
        return text.lastIndexOf('\n', start - 1) + 1;
    }
}
