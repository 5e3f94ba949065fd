/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.extent;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The codes of a font that stand for several letters, from its table of them (ISO 32000-1, 9.10.3). Not thread-safe. */
final class PdfGlyphs {

    /** Of all codes, where the table is not understood: more than any word has. */
    static final int UNSEEN = 16;

    private static final int MOST_CODES = 0x10000;

    private final Map<Integer, Integer> lengths = new HashMap<>();
    private boolean isOdd;

    PdfGlyphs(ByteBuffer table, ScanBudget scan) {
        PdfSyntax syntax = new PdfSyntax(table, 0, scan);
        List<PdfValue> operands = new ArrayList<>();
        for (PdfValue value = syntax.next(); value != PdfValue.Mark.END; value = syntax.next()) {
            if (value instanceof PdfValue.Word word) {
                operator(word.text(), operands);
                operands.clear();
            } else {
                operands.add(value);
            }
        }
    }

    Map<Integer, Integer> lengths() {
        return lengths;
    }

    int longest() {
        return isOdd ? UNSEEN : lengths.values().stream().max(Integer::compare).orElse(1);
    }

    private void operator(String word, List<PdfValue> operands) {
        switch (word) {
            case "beginbfchar", "beginbfrange" -> {}
            case "endbfchar" -> {
                for (int i = 0; i + 1 < operands.size(); i += 2) {
                    put(code(operands.get(i)), length(operands.get(i + 1)));
                }
            }
            case "endbfrange" -> {
                for (int i = 0; i + 2 < operands.size(); i += 3) {
                    range(code(operands.get(i)), code(operands.get(i + 1)), operands.get(i + 2));
                }
            }
            default -> isOdd |= word.contains("bfchar") || word.contains("bfrange");
        }
    }

    private void range(int first, int last, PdfValue letters) {
        if (letters instanceof PdfValue.Array list) {
            for (int i = 0; i < list.items().size(); i++) {
                put(first + i, length(list.items().get(i)));
            }
            return;
        }
        int length = length(letters);
        for (int code = first; code <= last && length > 1 && !isOdd; code++) {
            put(code, length);
        }
    }

    private int code(PdfValue value) {
        if (!(value instanceof PdfValue.Text text) || text.bytes().length() > Integer.BYTES) {
            isOdd = true;
            return 0;
        }
        return text.bytes().chars().reduce(0, (code, b) -> code << Byte.SIZE | b);
    }

    private int length(PdfValue value) {
        if (value instanceof PdfValue.Text text) {
            byte[] bytes = text.bytes().getBytes(ISO_8859_1);
            String letters = new String(bytes, bytes.length < 2 ? ISO_8859_1 : UTF_16BE);
            return letters.chars().map(PdfGlyphs::apart).sum();
        }
        if (value instanceof PdfValue.Name name) {
            return name.text().length();
        }
        isOdd = true;
        return 1;
    }

    /** Ligatures that have a code of their own are taken apart by readers (Unicode, Alphabetic and Arabic Presentation Forms): so many letters at most. */
    private static int apart(int letter) {
        if (letter >= 0xFB00 && letter <= 0xFB06) {
            return 3;
        }
        boolean isPhrase = letter == 0xFDFA || letter == 0xFDFB;
        return isPhrase ? 18 : letter >= 0xFBEA && letter <= 0xFDFC ? 4 : 1;
    }

    private void put(int code, int length) {
        if (length > 1) {
            lengths.merge(code, length, Math::max);
            isOdd |= lengths.size() > MOST_CODES;
        }
    }
}
