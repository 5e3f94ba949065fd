/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import java.util.ArrayList;
import java.util.List;

/** Joins the lines of one page to paragraphs, by the gaps between them, and mends words that a line end has cut. */
final class PageParagraphs {

    /** A gap this many times the usual one begins a paragraph. */
    private static final float GAP_RATIO = 1.35f;
    /** Letters this much larger or smaller are another kind of text. */
    private static final float HEIGHT_RATIO = 1.2f;
    /** A first line is set in by at least so many letter heights. */
    private static final float INDENT_HEIGHTS = 1.2f;
    /** A line that stops this share of the column short of the right edge is the last of its paragraph, if it ends a sentence too. */
    private static final float SHORT_LINE = 0.8f;

    /** Of lines that were found in a picture: those without a g or an l are lower. */
    private static final float PICTURED_HEIGHT_RATIO = 1.7f;

    private final List<Line> lines;
    private final float heightRatio;
    private final float usualGap;
    private final float column;

    /** Lines that the file has as text. */
    static PageParagraphs ofText(List<Line> lines) {
        return new PageParagraphs(lines, HEIGHT_RATIO);
    }

    /** Lines that were read in a picture, whose heights and baselines are those of the ink. */
    static PageParagraphs ofPicture(List<Line> lines) {
        return new PageParagraphs(lines, PICTURED_HEIGHT_RATIO);
    }

    private PageParagraphs(List<Line> lines, float heightRatio) {
        this.lines = lines;
        this.heightRatio = heightRatio;
        usualGap = usualGap(lines);
        column = (float) lines.stream()
                .mapToDouble(line -> line.right() - line.left())
                .max()
                .orElse(0);
    }

    /**
     * A paragraph, and the lines that it is made of.
     *
     * @param lines none only on a page without any
     */
    record Block(String text, List<Line> lines) {}

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        int from = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (i > 0 && begins(lines.get(i - 1), lines.get(i))) {
                blocks.add(new Block(current.toString(), lines.subList(from, i)));
                current.setLength(0);
                from = i;
            }
            append(current, lines.get(i).text());
        }
        blocks.add(new Block(current.toString(), lines.subList(from, lines.size())));
        return blocks;
    }

    private boolean begins(Line before, Line line) {
        float gap = line.baseline() - before.baseline();
        if (differs(before.height(), line.height())) {
            return true;
        }
        boolean movedUp = gap < -line.height();
        if (movedUp) {
            return before.endsSentence() || !line.startsLowerCase();
        }
        if (gap > GAP_RATIO * usualGap || startsListItem(line.text())) {
            return true;
        }
        boolean indented = line.left() - before.left() > INDENT_HEIGHTS * line.height();
        boolean shortBefore = before.right() - before.left() < SHORT_LINE * column;
        return before.endsSentence() && (indented || shortBefore) && !line.startsLowerCase();
    }

    private boolean differs(float one, float other) {
        return Math.max(one, other) > heightRatio * Math.min(one, other);
    }

    private static boolean startsListItem(String text) {
        return text.matches("(?:[•◦▪‣–*-]|\\(?\\d{1,3}[.)]|\\(?[a-z]\\))\\s.*");
    }

    private static void append(StringBuilder paragraph, String line) {
        int end = paragraph.length() - 1;
        boolean cut = end > 0 && "-\u00AD\u2010".indexOf(paragraph.charAt(end)) >= 0;
        if (cut && Character.isLetter(paragraph.charAt(end - 1)) && Character.isLowerCase(line.codePointAt(0))) {
            paragraph.setLength(end);
        } else if (end >= 0) {
            paragraph.append(' ');
        }
        paragraph.append(line);
    }

    /** The distance between baselines within a paragraph: the lower third of all; infinite where there are none. */
    private static float usualGap(List<Line> lines) {
        List<Float> gaps = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            float gap = lines.get(i).baseline() - lines.get(i - 1).baseline();
            if (gap > 0) {
                gaps.add(gap);
            }
        }
        gaps.sort(null);
        return gaps.isEmpty() ? Float.POSITIVE_INFINITY : gaps.get(gaps.size() / 3);
    }
}
