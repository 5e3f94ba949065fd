/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.markdown;

/**
 * Text without the characters that make it look like something else: control characters but tab and line feed, and the
 * bidirectional controls of Unicode Standard Annex 9 ("Trojan Source", CVE-2021-42574).
 */
public final class VisibleText {

    private VisibleText() {}

    public static String of(String text) {
        if (text.chars().noneMatch(VisibleText::isTrick)) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        text.chars().filter(character -> !isTrick(character)).forEach(character -> kept.append((char) character));
        return kept.toString();
    }

    private static boolean isTrick(int character) {
        boolean control = Character.isISOControl(character) && character != '\n' && character != '\t';
        boolean embedding = character >= 0x202A && character <= 0x202E;
        boolean isolate = character >= 0x2066 && character <= 0x2069;
        boolean mark = character == 0x200E || character == 0x200F || character == 0x061C;
        return control || embedding || isolate || mark;
    }
}
