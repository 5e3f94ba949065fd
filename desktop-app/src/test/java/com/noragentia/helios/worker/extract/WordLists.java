/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

/** Paragraphs, lists and styles in WordprocessingML, well meant or not. */
final class WordLists {

    private WordLists() {}

    /** A list of that number, and a definition of the same number with these levels. */
    static String list(int number, String... levels) {
        return "<w:abstractNum w:abstractNumId='%1$d'>%2$s</w:abstractNum><w:num w:numId='%1$d'><w:abstractNumId w:val='%1$d'/></w:num>"
                .formatted(number, String.join("", levels));
    }

    /** A level that begins at 1. */
    static String level(int level, String format, String text) {
        return "<w:lvl w:ilvl='%d'><w:start w:val='1'/><w:numFmt w:val='%s'/><w:lvlText w:val='%s'/></w:lvl>"
                .formatted(level, format, text);
    }

    static String item(int list, int level, String text) {
        return paragraph("<w:numPr><w:ilvl w:val='%d'/><w:numId w:val='%d'/></w:numPr>".formatted(level, list), text);
    }

    static String paragraph(String properties, String text) {
        return "<w:p><w:pPr>%s</w:pPr><w:r><w:t>%s</w:t></w:r></w:p>".formatted(properties, text);
    }

    static String styled(String style) {
        return "<w:pStyle w:val='%s'/>".formatted(style);
    }

    static String style(String name, String base, String properties) {
        return "<w:style w:styleId='%s'><w:basedOn w:val='%s'/><w:pPr>%s</w:pPr></w:style>"
                .formatted(name, base, properties);
    }
}
