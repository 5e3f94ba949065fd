/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.history;

import java.text.BreakIterator;
import java.util.Locale;

/** A title made of a first question: its first line, cut between words. Pure. */
public final class ChatTitle {

    /** Of any title, in characters. */
    public static final int MOST_CHARACTERS = 120;

    /** What the list has room for. */
    private static final int SHOWN_CHARACTERS = 60;

    private static final String CUT = "…";

    private ChatTitle() {}

    /** The title; of a question without words that of its first file. Never empty if either has anything to show. */
    public static String of(SavedQuestion question) {
        String line = question.text()
                .lines()
                .map(ChatTitle::visible)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        return line.isEmpty() && !question.files().isEmpty()
                ? shortened(visible(question.files().getFirst().name()))
                : shortened(line);
    }

    /** A title that a member typed, as it is kept: in one line, and no longer than {@value #MOST_CHARACTERS} characters. */
    public static String typed(String title) {
        String line = visible(title);
        return line.length() <= MOST_CHARACTERS ? line : line.substring(0, start(line, MOST_CHARACTERS));
    }

    private static String visible(String text) {
        StringBuilder visible = new StringBuilder();
        text.codePoints()
                .map(c -> Character.isWhitespace(c) || Character.getType(c) == Character.CONTROL ? ' ' : c)
                .filter(c -> Character.getType(c) != Character.FORMAT)
                .forEach(visible::appendCodePoint);
        return visible.toString().strip().replaceAll(" {2,}", " ");
    }

    private static String shortened(String line) {
        if (line.length() <= SHOWN_CHARACTERS) {
            return line;
        }
        int room = SHOWN_CHARACTERS - CUT.length();
        int space = line.lastIndexOf(' ', room);
        int end = space > room / 2 ? space : start(line, room);
        return line.substring(0, end).strip() + CUT;
    }

    /** Where the character begins that {@code index} falls into, as people count characters. */
    private static int start(String line, int index) {
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(line);
        return characters.isBoundary(index) ? index : characters.preceding(index);
    }
}
