/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;

/** Turns block nodes of CommonMark into {@link Block}s. HTML becomes the text it is written as. */
final class BlockShaper {

    private BlockShaper() {}

    /** Empty for what is not shown, such as link definitions. */
    static Optional<Block> shape(Node node) {
        return switch (node) {
            case Paragraph paragraph -> Optional.of(new Block.Paragraph(RunShaper.runsOf(paragraph)));
            case Heading heading -> Optional.of(new Block.Heading(heading.getLevel(), RunShaper.runsOf(heading)));
            case BulletList list -> Optional.of(new Block.Bullets(itemsOf(list)));
            case OrderedList list -> Optional.of(new Block.Numbered(firstOf(list), itemsOf(list)));
            case BlockQuote quote -> Optional.of(new Block.Quote(childrenOf(quote)));
            case FencedCodeBlock code -> Optional.of(new Block.Code(languageOf(code), trimEnd(code.getLiteral())));
            case IndentedCodeBlock code -> Optional.of(new Block.Code("", trimEnd(code.getLiteral())));
            case HtmlBlock html -> Optional.of(new Block.Paragraph(List.of(Run.plain(html.getLiteral()))));
            case ThematicBreak rule -> Optional.of(new Block.Rule());
            case TableBlock table -> Optional.of(tableOf(table));
            default -> Optional.empty();
        };
    }

    private static List<Block> childrenOf(Node parent) {
        List<Block> blocks = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            shape(child).ifPresent(blocks::add);
        }
        return List.copyOf(blocks);
    }

    private static List<List<Block>> itemsOf(Node list) {
        List<List<Block>> items = new ArrayList<>();
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            items.add(childrenOf(item));
        }
        return List.copyOf(items);
    }

    private static int firstOf(OrderedList list) {
        Integer first = list.getMarkerStartNumber();
        return first == null ? 1 : first;
    }

    private static String languageOf(FencedCodeBlock code) {
        String info = code.getInfo();
        return info == null ? "" : info.strip();
    }

    private static String trimEnd(String literal) {
        return literal.stripTrailing();
    }

    private static Block tableOf(TableBlock table) {
        List<Block.Cell> head = new ArrayList<>();
        List<List<Block.Cell>> rows = new ArrayList<>();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row instanceof TableRow; row = row.getNext()) {
                if (part instanceof TableHead) {
                    head.addAll(cellsOf(row));
                } else {
                    rows.add(cellsOf(row));
                }
            }
        }
        return new Block.Table(List.copyOf(head), List.copyOf(rows));
    }

    private static List<Block.Cell> cellsOf(Node row) {
        List<Block.Cell> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell instanceof TableCell; cell = cell.getNext()) {
            cells.add(new Block.Cell(RunShaper.runsOf(cell)));
        }
        return List.copyOf(cells);
    }
}
