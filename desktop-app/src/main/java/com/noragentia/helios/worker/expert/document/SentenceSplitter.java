/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.document;

import com.noragentia.helios.protocol.task.Language;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts a paragraph into sentences, and not after an abbreviation, an initial, an ordinal or the number of a list. */
public final class SentenceSplitter {

    private static final Pattern NO_END = Pattern.compile(
            "(?iu)(?:^|[\\s(\\[«“\"'])(?:mr|mrs|ms|dr|dra|prof|sr|sra|srta|sres|st|sto|sta|jr|vs|etc|e\\.g|i\\.e|cf|no|nos|núm|n\\.º|nº|art|arts"
                    + "|fig|figs|ed|eds|vol|pp?|págs?|pág|cap|approx|aprox|dept|dpto|tel|tfno|ext|ave|avda|av|c|ud|uds|vd|vds|ee|uu|ej|inc|ltd|co"
                    + "|s\\.a|s\\.l|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|min|max|mín|máx|hrs?|\\p{Lu})\\.\\s*$");

    /** More than the longest abbreviation with the character before it and its point, so that a cut never makes a word one. */
    private static final int ENDING_CHARACTERS = 12;
    /** No sentence is longer; what has no end by then is cut between two words. */
    public static final int SENTENCE_CHARACTERS = 1_500;

    private SentenceSplitter() {}

    /** The sentences, in order, without the spaces between them; none is longer than {@value #SENTENCE_CHARACTERS}. */
    public static List<String> split(String paragraph, Language language) {
        BreakIterator ends = BreakIterator.getSentenceInstance(language.locale());
        ends.setText(paragraph);
        List<String> sentences = new ArrayList<>();
        int mark = ListMark.length(paragraph);
        int start = ends.first();
        for (int end = ends.next(); end != BreakIterator.DONE; end = ends.next()) {
            while (end - start > SENTENCE_CHARACTERS) {
                int cut = cut(paragraph, start);
                add(sentences, paragraph.substring(start, cut));
                start = cut;
            }
            if (end == paragraph.length() || (end > mark && !isAbbreviated(paragraph, start, end))) {
                add(sentences, paragraph.substring(start, end));
                start = end;
            }
        }
        return sentences;
    }

    /** Where a sentence that is too long is cut: after its last space, or anywhere but within a character. */
    private static int cut(String paragraph, int start) {
        int latest = start + SENTENCE_CHARACTERS;
        for (int cut = latest; cut > start; cut--) {
            if (Character.isWhitespace(paragraph.charAt(cut - 1))) {
                return cut;
            }
        }
        return Character.isLowSurrogate(paragraph.charAt(latest)) ? latest - 1 : latest;
    }

    private static boolean isAbbreviated(String paragraph, int start, int end) {
        int last = end;
        while (last > start && Character.isWhitespace(paragraph.charAt(last - 1))) {
            last--;
        }
        String ending = paragraph.substring(Math.max(start, last - ENDING_CHARACTERS), last);
        return NO_END.matcher(ending).find();
    }

    private static void add(List<String> sentences, String sentence) {
        if (!sentence.isBlank()) {
            sentences.add(sentence.strip());
        }
    }
}
