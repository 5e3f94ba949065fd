/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.reading;

import com.noragentia.helios.language.Phrases;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.worker.expert.document.Passage;
import java.util.List;

/**
 * Numbered passages as a model is given them to read. Each stands between two marks in angle brackets, and no angle bracket stands within: nothing
 * that a document says can end its passage, begin another, or look like what a model's own control tokens are written with.
 *
 * @param passages the first is number 1
 */
record PassageSheet(List<Passage> passages, Language language) {

    PassageSheet {
        passages = List.copyOf(passages);
    }

    /** All of them. */
    String text() {
        StringBuilder sheet = new StringBuilder();
        for (int i = 0; i < passages.size(); i++) {
            sheet.append(block(i + 1, passages.get(i), language));
        }
        return sheet.toString();
    }

    /** One of them, as it stands among the others. */
    static String block(int number, Passage passage, Language language) {
        Phrases phrases = Phrases.beside(PassageSheet.class, "reading", language);
        String ordinal = Integer.toString(number);
        String place = passage.page() != null
                ? phrases.say(
                        "place.page", harmless(passage.file()), passage.page().toString())
                : phrases.say("place", harmless(passage.file()));
        return phrases.say("passage", ordinal, place, harmless(passage.text())) + "\n\n";
    }

    private static String harmless(String words) {
        return words.replace('<', '‹').replace('>', '›').replaceAll("\\s+", " ");
    }
}
