/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.citation;

import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.worker.expert.document.SentenceSplitter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts what a model writes into claims as it is written. A number in brackets belongs to the sentence before it, on whichever side of the full stop
 * it stands. However the text comes in pieces, the claims are the same. Not thread-safe.
 */
final class ClaimReader {

    /** Further ones on a sentence are not read: so many passages never say one thing. */
    static final int NUMBERS_EACH = 8;

    private static final String NUMBERS =
            "[\\[【]\\s*(?:\\p{L}{1,10}\\s+)?\\d{1,3}(?:\\s*[,;]\\s*\\d{1,3}){0,19}\\s*[\\]】]";
    private static final Pattern MARK = Pattern.compile("\\s*" + NUMBERS);
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");
    private static final Pattern MARKS_AFTER_END =
            Pattern.compile("([.!?…][\"”»)]?)((?:\\s*" + NUMBERS + ")+)[.]?(?=\\s|$)");
    /** What may become one. */
    private static final Pattern BEGUN_MARK = Pattern.compile("[\\[【][^\\]】]{0,60}$");

    private static final Pattern ITEM = Pattern.compile("^\\s*(?:[-*•–]|\\d{1,2}[.)])\\s+");

    private final Language language;
    private final StringBuilder line = new StringBuilder();
    private boolean beginsLine = true;
    private boolean isListed;

    ClaimReader(Language language) {
        this.language = language;
    }

    /** The claims that are complete with this piece. */
    List<Claim> next(String piece) {
        List<Claim> claims = new ArrayList<>();
        int from = 0;
        for (int end = piece.indexOf('\n'); end >= 0; end = piece.indexOf('\n', from)) {
            line.append(piece, from, end);
            claims.addAll(rest());
            beginsLine = true;
            isListed = false;
            from = end + 1;
        }
        line.append(piece, from, piece.length());
        claims.addAll(complete());
        return claims;
    }

    /** What is left when no more comes. */
    List<Claim> rest() {
        takeItemOff();
        List<Claim> claims = claims(sentences(line.toString()));
        line.setLength(0);
        return claims;
    }

    private List<Claim> complete() {
        takeItemOff();
        List<String> sentences = sentences(line.toString());
        int last = sentences.size() - 1;
        while (last > 0 && !hasWords(sentences.get(last))) {
            last--;
        }
        if (last < 1) {
            return List.of();
        }
        List<String> open = sentences.subList(last, sentences.size());
        List<Claim> claims = claims(sentences.subList(0, last));
        String left = String.join(" ", open);
        boolean wasSpaced = !line.isEmpty() && Character.isWhitespace(line.charAt(line.length() - 1));
        line.setLength(0);
        line.append(left).append(wasSpaced ? " " : "");
        return claims;
    }

    /** Until the next sentence has some, a number may follow that belongs to the one before. */
    private static boolean hasWords(String sentence) {
        String bare = BEGUN_MARK.matcher(MARK.matcher(sentence).replaceAll("")).replaceFirst("");
        return bare.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /** A number that counts items is no figure of the sentence. */
    private void takeItemOff() {
        Matcher item = ITEM.matcher(line);
        if (beginsLine && !isListed && item.find()) {
            isListed = true;
            line.delete(0, item.end());
        }
    }

    /** The numbers of a sentence stand before its end. */
    private List<String> sentences(String text) {
        String moved = MARKS_AFTER_END
                .matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(" " + found.group(2).strip() + found.group(1)));
        return SentenceSplitter.split(moved, language);
    }

    private List<Claim> claims(List<String> sentences) {
        List<Claim> claims = new ArrayList<>();
        for (String sentence : sentences) {
            String text = MARK.matcher(sentence).replaceAll("").strip();
            if (text.codePoints().anyMatch(Character::isLetterOrDigit)) {
                claims.add(new Claim(text, numbers(sentence), beginsLine, isListed && beginsLine));
                beginsLine = false;
            }
        }
        return claims;
    }

    private static List<Integer> numbers(String sentence) {
        return MARK.matcher(sentence)
                .results()
                .flatMap(mark -> NUMBER.matcher(mark.group()).results())
                .map(number -> Integer.valueOf(number.group()))
                .distinct()
                .limit(NUMBERS_EACH)
                .toList();
    }
}
