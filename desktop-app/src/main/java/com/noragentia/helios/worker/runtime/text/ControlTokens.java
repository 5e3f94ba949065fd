/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The control tokens of a model, and where they stand in a text that may have them. Immutable. */
final class ControlTokens {

    /** Unicode technical standard 18, annex C, "word". */
    private static final Predicate<String> OF_WORD =
            Pattern.compile("\\w", Pattern.UNICODE_CHARACTER_CLASS).asMatchPredicate();

    private final Map<String, ControlToken> byContent = new HashMap<>();
    private final Map<Integer, ControlToken> byId = new HashMap<>();
    private final Set<Character> beginnings = new HashSet<>();
    /** Longest first. */
    private final List<Integer> lengths;

    ControlTokens(Collection<ControlToken> tokens) {
        Set<Integer> all = new TreeSet<>();
        for (ControlToken token : tokens) {
            byContent.put(token.content(), token);
            byId.put(token.id(), token);
            beginnings.add(token.content().charAt(0));
            all.add(-token.content().length());
        }
        lengths = all.stream().map(length -> -length).toList();
    }

    OptionalInt id(String content) {
        ControlToken token = byContent.get(content);
        return token == null ? OptionalInt.empty() : OptionalInt.of(token.id());
    }

    boolean has(int id) {
        return byId.containsKey(id);
    }

    /** Whether it is a token that is no part of an answer's text. */
    boolean isSilent(int id) {
        ControlToken token = byId.get(id);
        return token != null && token.special();
    }

    /** One control token in a text; {@code from} and {@code to} frame it with the blanks it takes. */
    record Place(int from, int to, int id) {}

    /** Where control tokens stand, leftmost first and of several at one place the longest: only where every character may be part of one. */
    List<Place> in(RenderedText text) {
        List<Place> places = new ArrayList<>();
        String all = text.text();
        int free = 0;
        for (int i = 0; i < all.length(); i++) {
            ControlToken token = text.isTrusted(i) ? at(text, i) : null;
            if (token != null) {
                Place place = framed(all, i, token, free);
                places.add(place);
                free = place.to();
                i = Math.max(i, free - 1);
            }
        }
        return places;
    }

    private @Nullable ControlToken at(RenderedText text, int from) {
        String all = text.text();
        if (!beginnings.contains(all.charAt(from))) {
            return null;
        }
        for (int length : lengths) {
            int to = from + length;
            ControlToken token = to <= all.length() ? byContent.get(all.substring(from, to)) : null;
            if (token != null && text.isTrusted(from, to) && (!token.wholeWord() || isWord(all, from, to))) {
                return token;
            }
        }
        return null;
    }

    private static boolean isWord(String all, int from, int to) {
        return (from == 0 || !isOfWord(all.codePointBefore(from)))
                && (to == all.length() || !isOfWord(all.codePointAt(to)));
    }

    private static boolean isOfWord(int codePoint) {
        return OF_WORD.test(Character.toString(codePoint));
    }

    private static Place framed(String all, int at, ControlToken token, int free) {
        int from = at;
        int to = at + token.content().length();
        while (token.takesBlanksBefore() && from > free && Character.isWhitespace(all.charAt(from - 1))) {
            from--;
        }
        while (token.takesBlanksAfter() && to < all.length() && Character.isWhitespace(all.charAt(to))) {
            to++;
        }
        return new Place(from, to, token.id());
    }
}
