/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.document;

import com.noragentia.helios.protocol.task.Language;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts a paragraph into sentences, and not after an abbreviation, an initial or an ordinal. */
final class SentenceSplitter {

    private static final Pattern NO_END = Pattern.compile(
            "(?iu)(?:^|[\\s(\\[«“\"'])(?:mr|mrs|ms|dr|dra|prof|sr|sra|srta|sres|st|sto|sta|jr|vs|etc|e\\.g|i\\.e|cf|no|nos|núm|n\\.º|nº|art|arts"
                    + "|fig|figs|ed|eds|vol|pp?|págs?|pág|cap|approx|aprox|dept|dpto|tel|tfno|ext|ave|avda|av|c|ud|uds|vd|vds|ee|uu|ej|inc|ltd|co"
                    + "|s\\.a|s\\.l|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|min|max|mín|máx|hrs?|\\p{Lu})\\.\\s*$");

    private SentenceSplitter() {}

    static List<String> split(String paragraph, Language language) {
        BreakIterator ends = BreakIterator.getSentenceInstance(language.locale());
        ends.setText(paragraph);
        List<String> sentences = new ArrayList<>();
        int start = ends.first();
        for (int end = ends.next(); end != BreakIterator.DONE; end = ends.next()) {
            String candidate = paragraph.substring(start, end);
            if (end == paragraph.length() || !NO_END.matcher(candidate).find()) {
                if (!candidate.isBlank()) {
                    sentences.add(candidate.strip());
                }
                start = end;
            }
        }
        return sentences;
    }
}
