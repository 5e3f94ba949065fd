/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.extent;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.noragentia.helios.protocol.extent.PdfValue.Mark;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the values of a PDF one after the other (ISO 32000-1, 7.2 and 7.3). What readers may take for something else than this does is told by
 * {@link #isOdd}. Not thread-safe.
 */
final class PdfSyntax {

    private static final int MOST_NESTED = 64;
    /** Of one object, or between two operators: more than anything but the longest lists. */
    private static final int MOST_VALUES = 500_000;

    private final ByteBuffer bytes;
    private final ScanBudget scan;
    private int at;
    private int values;
    private int nested;
    private boolean isOdd;

    PdfSyntax(ByteBuffer bytes, int at, ScanBudget scan) {
        this.bytes = bytes;
        this.at = at;
        this.scan = scan;
    }

    /** Whether something was not as the standard has it. */
    boolean isOdd() {
        return isOdd;
    }

    int place() {
        return at;
    }

    void moveTo(int place) {
        at = place;
    }

    /** The next value, whole; {@link Mark#END} at the end, and whatever closes nothing is {@link Mark#STRAY}. */
    PdfValue next() {
        int from = at;
        values = 0;
        PdfValue value = value();
        scan.read((long) at - from);
        if (value instanceof Mark && value != Mark.END) {
            isOdd = true;
            return Mark.STRAY;
        }
        return value;
    }

    private PdfValue value() {
        skipBlanks();
        if (++values > MOST_VALUES || nested > MOST_NESTED) {
            throw scan.spent();
        }
        return switch (peek(0)) {
            case -1 -> Mark.END;
            case '(' -> literal();
            case '<' -> peek(1) == '<' ? dictionary() : hex();
            case '[' -> array();
            case '/' -> name();
            case ']' -> closed(1, Mark.ARRAY_ENDS);
            case '>' -> peek(1) == '>' ? closed(2, Mark.DICTIONARY_ENDS) : closed(1, Mark.STRAY);
            case ')' -> closed(1, Mark.STRAY);
            default -> word();
        };
    }

    /** Blanks, and comments to the end of their line. */
    void skipBlanks() {
        while (isBlank(peek(0)) || peek(0) == '%') {
            if (peek(0) == '%') {
                while (peek(0) >= 0 && peek(0) != '\n' && peek(0) != '\r') {
                    at++;
                }
            } else {
                at++;
            }
        }
    }

    private int peek(int further) {
        return at + further < bytes.limit() ? bytes.get(at + further) & 0xFF : -1;
    }

    static boolean isBlank(int b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t' || b == '\f' || b == 0;
    }

    private static boolean isRegular(int b) {
        return b >= 0 && !isBlank(b) && "()<>[]/%".indexOf(b) < 0;
    }

    private Mark closed(int length, Mark mark) {
        at += length;
        return mark;
    }

    private PdfValue word() {
        int from = at;
        boolean isNumber = true;
        while (isRegular(peek(0))) {
            int b = peek(0);
            isNumber &= (b >= '0' && b <= '9') || b == '.' || b == '-' || b == '+';
            at++;
        }
        String text = text(from, at);
        return isNumber ? new PdfValue.Amount(number(text)) : new PdfValue.Word(text);
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return 0; // readers make something of 1.2.3 and --4, too; what, hardly matters
        }
    }

    private PdfValue.Name name() {
        int from = ++at;
        boolean isPlain = true;
        while (isRegular(peek(0))) {
            isPlain &= peek(0) != '#' && peek(0) < 0x80;
            at++;
        }
        String text = text(from, at);
        return new PdfValue.Name(isPlain ? text : decoded(text));
    }

    /** Escapes, then UTF-8 where it is that: so do those who look for names. */
    private static String decoded(String name) {
        StringBuilder open = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            int code = name.charAt(i) == '#' ? escaped(name, i) : -1;
            open.append(code < 0 ? name.charAt(i) : (char) code);
            i += code < 0 ? 0 : 2;
        }
        String bytes = open.toString();
        try {
            return UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(bytes.getBytes(ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            return bytes;
        }
    }

    private static int escaped(String name, int at) {
        int high = at + 2 < name.length() ? Character.digit(name.charAt(at + 1), 16) : -1;
        int low = at + 2 < name.length() ? Character.digit(name.charAt(at + 2), 16) : -1;
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    private PdfValue.Text literal() {
        PdfLiteral literal = new PdfLiteral(bytes, at + 1);
        isOdd |= literal.isOdd();
        at = literal.end();
        return new PdfValue.Text(literal.text());
    }

    private PdfValue.Text hex() {
        StringBuilder open = new StringBuilder();
        int half = -1;
        at++;
        while (peek(0) >= 0 && peek(0) != '>') {
            int digit = Character.digit(peek(0), 16);
            isOdd |= digit < 0 && !isBlank(peek(0));
            if (digit >= 0) {
                if (half >= 0) {
                    open.append((char) (half << 4 | digit));
                }
                half = half < 0 ? digit : -1;
            }
            at++;
        }
        isOdd |= peek(0) < 0;
        at += peek(0) < 0 ? 0 : 1;
        return new PdfValue.Text((half < 0 ? open : open.append((char) (half << 4))).toString());
    }

    private PdfValue.Array array() {
        return new PdfValue.Array(items(1, Mark.ARRAY_ENDS));
    }

    private PdfValue.Dictionary dictionary() {
        List<PdfValue> items = items(2, Mark.DICTIONARY_ENDS);
        if (items.isEmpty()) {
            return new PdfValue.Dictionary(Map.of());
        }
        Map<String, PdfValue> entries = new HashMap<>();
        for (int i = 0; i < items.size(); i += 2) {
            if (i + 1 < items.size() && items.get(i) instanceof PdfValue.Name key) {
                isOdd |= entries.put(key.text(), items.get(i + 1)) != null;
            } else {
                isOdd = true;
            }
        }
        return new PdfValue.Dictionary(entries);
    }

    private List<PdfValue> items(int bracket, Mark end) {
        List<PdfValue> items = new ArrayList<>(2);
        at += bracket;
        nested++;
        PdfValue item = value();
        while (!(item instanceof Mark)) {
            if (!(item instanceof PdfValue.Word word) || !word.isOperator()) {
                items.add(item);
            } else if (word.text().equals("R") && !items.isEmpty()) {
                reference(items);
            } else {
                isOdd = true;
            }
            item = value();
        }
        nested--;
        isOdd |= item != end;
        return items;
    }

    private void reference(List<PdfValue> items) {
        items.removeLast();
        if (!items.isEmpty() && items.removeLast() instanceof PdfValue.Amount number) {
            items.add(new PdfValue.Reference((long) number.value()));
        } else {
            isOdd = true;
        }
    }

    private String text(int from, int to) {
        byte[] some = new byte[to - from];
        bytes.get(from, some);
        return new String(some, ISO_8859_1);
    }
}
