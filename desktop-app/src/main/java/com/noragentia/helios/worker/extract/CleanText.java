/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Text as people read it: composed letters, single spaces, no control, format or direction characters that could hide or turn words. */
public final class CleanText {

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}\\uFFFD]");

    private CleanText() {}

    /** {@code raw} in one line; may come to nothing. Thread-safe. */
    public static String of(String raw) {
        String spaced = SPACES.matcher(raw).replaceAll(" ");
        String visible = INVISIBLE.matcher(spaced).replaceAll("");
        return Normalizer.normalize(visible, Normalizer.Form.NFC).strip();
    }
}
