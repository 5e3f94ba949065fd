/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.markdown;

import com.noragentia.helios.desktop.chat.markdown.Run.Style;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/**
 * Turns inline nodes of CommonMark into {@link Run}s. Links lead nowhere: an http(s) address stands after its words for the reader to judge,
 * any other address is dropped. HTML stays the text it is written as, and of an image only its description remains.
 */
final class RunShaper {

    private final List<Run> runs = new ArrayList<>();

    private RunShaper() {}

    static List<Run> runsOf(Node parent) {
        RunShaper shaper = new RunShaper();
        shaper.children(parent, EnumSet.noneOf(Style.class));
        return List.copyOf(shaper.runs);
    }

    private void children(Node parent, Set<Style> styles) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            one(node, styles);
        }
    }

    private void one(Node node, Set<Style> styles) {
        switch (node) {
            case Text text -> add(text.getLiteral(), styles);
            case SoftLineBreak line -> add("\n", styles);
            case HardLineBreak line -> add("\n", styles);
            case Code code -> add(code.getLiteral(), with(styles, Style.CODE));
            case HtmlInline html -> add(html.getLiteral(), styles);
            case Emphasis emphasis -> children(emphasis, with(styles, Style.ITALIC));
            case StrongEmphasis emphasis -> children(emphasis, with(styles, Style.BOLD));
            case Link link -> link(link, styles);
            default -> children(node, styles);
        }
    }

    private void link(Link link, Set<Style> styles) {
        int before = runs.size();
        children(link, styles);
        String address = link.getDestination();
        if (!isWebAddress(address)) {
            return;
        }
        String words = String.join(
                "", runs.subList(before, runs.size()).stream().map(Run::text).toList());
        if (words.equals(address)) {
            runs.subList(before, runs.size()).clear();
            add(address, with(styles, Style.ADDRESS));
        } else {
            add(" (" + address + ")", with(styles, Style.ADDRESS));
        }
    }

    private static boolean isWebAddress(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        return lower.startsWith("https://") || lower.startsWith("http://");
    }

    private static Set<Style> with(Set<Style> styles, Style style) {
        Set<Style> more = EnumSet.of(style);
        more.addAll(styles);
        return more;
    }

    private void add(String text, Set<Style> styles) {
        if (!text.isEmpty()) {
            runs.add(new Run(text, styles));
        }
    }
}
