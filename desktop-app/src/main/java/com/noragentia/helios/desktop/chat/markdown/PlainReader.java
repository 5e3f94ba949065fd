/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.markdown;

import java.util.ArrayList;
import java.util.List;

/** Reads text that is not markdown, such as the words found in a picture: paragraphs between empty lines, lines kept. */
public final class PlainReader implements BlockReader {

    private static final String GAP = "\n\n";

    @Override
    public Reading read(String text) {
        List<Block> finished = new ArrayList<>();
        int from = 0;
        for (int gap = text.indexOf(GAP); gap >= 0; gap = text.indexOf(GAP, from)) {
            finished.addAll(paragraph(text.substring(from, gap)));
            from = gap + GAP.length();
        }
        return new Reading(List.copyOf(finished), paragraph(text.substring(from)), from);
    }

    private static List<Block> paragraph(String lines) {
        return lines.isBlank() ? List.of() : List.of(new Block.Paragraph(List.of(Run.plain(lines.strip()))));
    }
}
