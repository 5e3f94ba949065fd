/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.document;

import com.noragentia.helios.language.Phrases;
import com.noragentia.helios.protocol.extent.Counting;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** What is to be said below an answer of pages that are pictures: that quotes were read from them, and which were not read. Pure. */
public final class PageNotes {

    private PageNotes() {}

    /** The notes, with a blank line before them; empty where no page is a picture. */
    public static String below(List<Source> quoted, List<UnreadPages> unread, Language language) {
        Phrases phrases = Phrases.beside(PageNotes.class, "document", language);
        Map<String, SortedSet<Integer>> pictured = new LinkedHashMap<>();
        for (Source source : quoted) {
            if (source.box() != null && source.page() != null) {
                pictured.computeIfAbsent(source.file(), file -> new TreeSet<>()).add(source.page());
            }
        }
        List<String> places = new ArrayList<>();
        pictured.forEach((file, pages) -> places.add(place(file, List.copyOf(pages), phrases)));
        String notes = places.isEmpty() ? "" : "\n\n" + phrases.say("pages.pictured", String.join("; ", places));
        List<String> left = unread.stream()
                .map(pages -> place(pages.file(), pages.pages(), phrases))
                .toList();
        return left.isEmpty()
                ? notes
                : notes + "\n\n" + phrases.say("pages.unread", String.join("; ", left), Counting.PICTURED_PAGES);
    }

    private static String place(String file, List<Integer> pages, Phrases phrases) {
        return phrases.say("pages.place", file, pages.size(), ranges(pages));
    }

    /** {@code 1, 3–5}. */
    private static String ranges(List<Integer> pages) {
        List<String> ranges = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= pages.size(); i++) {
            if (i == pages.size() || pages.get(i) != pages.get(i - 1) + 1) {
                int first = pages.get(from);
                int last = pages.get(i - 1);
                ranges.add(first == last ? String.valueOf(first) : first + "–" + last);
                from = i;
            }
        }
        return String.join(", ", ranges);
    }
}
