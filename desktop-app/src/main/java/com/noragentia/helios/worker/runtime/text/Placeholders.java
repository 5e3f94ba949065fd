/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.text;

import com.noragentia.helios.worker.expert.ModelFailure;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words that stand for what messages say while a template writes the conversation: nobody can guess them, so that nothing a message says is
 * taken for them, and the template never sees what it says. Blanks around a message stay outside of its word: a template that trims
 * messages trims those, as it would the message's. Not thread-safe.
 */
final class Placeholders {

    private static final int SECRET_BYTES = 16;
    /** What Python's strip() takes away, of ASCII. */
    private static final String BLANKS = "\t\n\u000B\f\r\u001C\u001D\u001E\u001F ";

    private final String secret;
    private final Pattern word;
    private final List<String> texts = new ArrayList<>();

    Placeholders(SecureRandom random) {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        secret = "x" + HexFormat.of().formatHex(bytes);
        word = Pattern.compile(secret + "n([0-9]{1,6})z");
    }

    /** What a template is given in place of a text; empty for an empty one, since templates ask for that. */
    String standIn(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        if (from == to) {
            return text;
        }
        texts.add(text.substring(from, to));
        return text.substring(0, from) + secret + "n" + (texts.size() - 1) + "z" + text.substring(to);
    }

    /**
     * Puts the texts in their places.
     *
     * @throws ModelFailure if the template changed a word
     */
    RenderedText fill(String written) throws ModelFailure {
        RenderedText.Builder text = new RenderedText.Builder();
        Matcher places = word.matcher(written);
        int from = 0;
        while (places.find()) {
            text.trusted(untouched(written.substring(from, places.start())));
            text.strange(texts.get(Integer.parseInt(places.group(1))));
            from = places.end();
        }
        return text.trusted(untouched(written.substring(from))).build();
    }

    private String untouched(String piece) throws ModelFailure {
        if (piece.toLowerCase(Locale.ROOT).contains(secret.substring(1, 9))) {
            throw new ModelFailure("the chat template changes what messages say");
        }
        return piece;
    }

    private static boolean isBlank(char c) {
        return BLANKS.indexOf(c) >= 0;
    }
}
