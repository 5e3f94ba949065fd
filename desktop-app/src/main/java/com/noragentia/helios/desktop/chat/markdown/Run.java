/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.markdown;

import java.util.EnumSet;
import java.util.Set;

/** Words in one style. {@code text} may hold line breaks; it never holds control or bidirectional characters. */
public record Run(String text, Set<Style> styles) {

    /** How words look. */
    public enum Style {
        BOLD,
        ITALIC,
        CODE,
        ADDRESS
    }

    public Run {
        text = VisibleText.of(text);
        styles = Set.copyOf(styles);
    }

    static Run plain(String text) {
        return new Run(text, EnumSet.noneOf(Style.class));
    }
}
