/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.image;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Gives numbers back their digits: the recogniser takes 1 for l or I and 0 for O, which look alike in many fonts. */
final class Digits {

    /** Groups of digits and their doubles, joined as times, dates and amounts are, with nothing else around them. */
    private static final Pattern ALMOST_NUMBER =
            Pattern.compile("(?<![\\p{L}\\p{N}])[0-9lIO]+(?:[.:,/-][0-9lIO]+)*(?![\\p{L}\\p{N}])");

    private Digits() {}

    /** The text with the doubles replaced in every group that has at least as many true digits as doubles. */
    static String restoredIn(String text) {
        return ALMOST_NUMBER.matcher(text).replaceAll(Digits::restored);
    }

    private static String restored(MatchResult number) {
        String seen = number.group();
        long digits = seen.chars().filter(Character::isDigit).count();
        long doubles =
                seen.chars().filter(c -> c == 'l' || c == 'I' || c == 'O').count();
        return digits < doubles || digits == 0
                ? seen
                : seen.replace('l', '1').replace('I', '1').replace('O', '0');
    }
}
