/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.markdown;

import java.util.List;

/** A part of an answer that stands on lines of its own. Immutable. */
public sealed interface Block {

    record Paragraph(List<Run> runs) implements Block {}

    /** A heading; {@code level} is 1 to 6. */
    record Heading(int level, List<Run> runs) implements Block {}

    record Bullets(List<List<Block>> items) implements Block {}

    /** A list counted from {@code first}. */
    record Numbered(int first, List<List<Block>> items) implements Block {}

    record Quote(List<Block> blocks) implements Block {}

    /** Code as written; {@code language} is empty where none was named. */
    record Code(String language, String text) implements Block {
        public Code {
            language = VisibleText.of(language);
            text = VisibleText.of(text);
        }
    }

    /** A table; rows may have fewer cells than {@code head}, never more. */
    record Table(List<Cell> head, List<List<Cell>> rows) implements Block {}

    record Cell(List<Run> runs) {}

    record Rule() implements Block {}
}
