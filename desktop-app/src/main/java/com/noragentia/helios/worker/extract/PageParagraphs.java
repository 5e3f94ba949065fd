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

    private final List<Line> lines;
    private final float usualGap;
    private final float column;

    PageParagraphs(List<Line> lines) {
        this.lines = lines;
        usualGap = usualGap(lines);
        column = (float) lines.stream()
                .mapToDouble(line -> line.right() - line.left())
                .max()
                .orElse(0);
    }

    List<String> paragraphs() {
        List<String> paragraphs = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            if (i > 0 && begins(lines.get(i - 1), lines.get(i))) {
                paragraphs.add(current.toString());
                current.setLength(0);
            }
            append(current, lines.get(i).text());
        }
        paragraphs.add(current.toString());
        return paragraphs;
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

    private static boolean differs(float one, float other) {
        return Math.max(one, other) > HEIGHT_RATIO * Math.min(one, other);
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
