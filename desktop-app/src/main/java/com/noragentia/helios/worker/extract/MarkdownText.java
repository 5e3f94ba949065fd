/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** A Markdown file without its marks: headings, paragraphs, list items, code and table rows. */
final class MarkdownText implements TextSource {

    private static final int DEEPEST_NESTING = 64;

    @Override
    public int read(Path file, ParagraphSink sink) throws IOException {
        Parser parser = Parser.builder()
                .extensions(List.of(TablesExtension.create()))
                .maxOpenBlockParsers(DEEPEST_NESTING)
                .build();
        try {
            parser.parse(DecodedText.of(file)).accept(new Blocks(sink));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return sink.pagesFilled();
    }

    private static final class Blocks extends AbstractVisitor {

        private final ParagraphSink sink;
        private final StringBuilder text = new StringBuilder();

        Blocks(ParagraphSink sink) {
            this.sink = sink;
        }

        @Override
        public void visit(Paragraph paragraph) {
            block(paragraph);
        }

        @Override
        public void visit(Heading heading) {
            block(heading);
        }

        @Override
        public void visit(CustomNode node) {
            switch (node) {
                case TableRow row -> block(row);
                case TableCell cell -> {
                    text.append(text.isEmpty() ? "" : " | ");
                    visitChildren(cell);
                }
                default -> visitChildren(node);
            }
        }

        private void block(Node block) {
            text.setLength(0);
            visitChildren(block);
            add(text.toString());
        }

        @Override
        public void visit(FencedCodeBlock code) {
            add(code.getLiteral());
        }

        @Override
        public void visit(IndentedCodeBlock code) {
            add(code.getLiteral());
        }

        @Override
        public void visit(Text words) {
            text.append(words.getLiteral());
        }

        @Override
        public void visit(Code code) {
            text.append(code.getLiteral());
        }

        @Override
        public void visit(SoftLineBreak lineBreak) {
            text.append(' ');
        }

        @Override
        public void visit(HardLineBreak lineBreak) {
            text.append(' ');
        }

        private void add(String paragraph) {
            try {
                sink.add(null, paragraph);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
