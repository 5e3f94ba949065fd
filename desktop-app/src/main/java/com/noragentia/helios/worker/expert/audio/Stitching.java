/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.audio;

import com.noragentia.helios.protocol.task.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Puts what was heard in overlapping windows together: what the earlier one said stays, and the later one is cleared of what it says again. Pure.
 */
final class Stitching {

    private static final Pattern BLANK = Pattern.compile("\\s+");
    private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Stitching() {}

    /** What a window answers for: of what was heard in it, that which is not wholly on the other side of a seam. */
    static List<Utterance> own(List<Utterance> heard, long fromMillis, long toMillis) {
        return heard.stream()
                .filter(one -> one.endMillis() > fromMillis && one.startMillis() < toMillis)
                .toList();
    }

    /** What is new in the next window, in time and words. */
    static List<Utterance> after(List<Utterance> before, List<Utterance> next) {
        if (before.isEmpty() || next.isEmpty()) {
            return next;
        }
        Utterance last = before.getLast();
        List<Utterance> fresh = new ArrayList<>();
        for (Utterance one : next) {
            boolean isBeyond = !fresh.isEmpty() || one.startMillis() >= last.endMillis();
            Utterance rest = isBeyond ? one : unsaid(last, one);
            if (!rest.text().isEmpty()) {
                fresh.add(rest);
            }
        }
        return fresh;
    }

    /** Without the words at its beginning that are the last words of the other. */
    private static Utterance unsaid(Utterance said, Utterance again) {
        List<String> before = words(said.text());
        List<String> after = words(again.text());
        int repeated = 0;
        for (int count = 1; count <= Math.min(before.size(), after.size()); count++) {
            if (alike(before.subList(before.size() - count, before.size()), after.subList(0, count))) {
                repeated = count;
            }
        }
        long start = Math.min(again.endMillis(), said.endMillis());
        return new Utterance(
                again.file(),
                start,
                Math.max(start, again.endMillis()),
                String.join(" ", after.subList(repeated, after.size())));
    }

    private static List<String> words(String text) {
        return BLANK.splitAsStream(text.strip()).filter(word -> !word.isEmpty()).toList();
    }

    /** But for capitals and full stops, which a cut changes. */
    private static boolean alike(List<String> some, List<String> others) {
        for (int i = 0; i < some.size(); i++) {
            if (!plain(some.get(i)).equals(plain(others.get(i)))) {
                return false;
            }
        }
        return true;
    }

    private static String plain(String word) {
        return MARKS.matcher(word).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
