/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.extent;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts the text of XML, byte by byte; blanks in a row are one. A tag, remark or instruction ends at the first bracket that may close it,
 * so none hides what comes after it. Of what no reader can take for XML it counts nothing; of XML in letters that are not as in ASCII, each byte. Not thread-safe.
 */
final class XmlText implements InflateBudget.Sink {

    private static final String CDATA = "<![CDATA[";
    private static final String CDATA_ENDS = "]]>";
    /** Workers set cells of a table apart by a bar between blanks. */
    private static final int CELL_LETTERS = 3;

    private static final int HEAD_BYTES = 256;
    private static final int MOST_NAME = 32;
    /** How many bytes tell what a file may be. */
    private static final int MARK_BYTES = 4;

    private static final Pattern ENCODING = Pattern.compile("^\\s*<\\?xml[^>]*encoding\\s*=\\s*['\"]([^'\"]*)");
    private static final Set<String> PLAIN = Set.of("utf-8", "us-ascii", "ascii", "iso-8859-1", "windows-1252");

    /** How XML may begin that is not written as ASCII is: order marks and first brackets of two and four bytes, and of EBCDIC. */
    private static final Set<Integer> OTHER_MARKS = Set.of(0xFEFF, 0xFFFE, 0x003C, 0x3C00, 0x0000, 0x4C6F);

    private final StringBuilder head = new StringBuilder();
    private final StringBuilder name = new StringBuilder();
    private boolean isKnown;
    private boolean isOther;
    private boolean isStrange;
    private boolean isInTag;
    private boolean isName;
    private boolean isInCdata;
    private boolean isBlank = true;
    private int matched;
    private long letters;

    /** Of all that was taken. */
    long letters() {
        if (!isKnown) {
            know();
        }
        return letters;
    }

    @Override
    public void take(byte[] chunk, int length) {
        for (int i = 0; i < length; i++) {
            if (isKnown) {
                next(chunk[i] & 0xFF);
            } else {
                head.append((char) (chunk[i] & 0xFF));
                if (head.length() == HEAD_BYTES) {
                    know();
                }
            }
        }
    }

    private void know() {
        isKnown = true;
        String text = head.toString();
        String unmarked = text.startsWith("\u00EF\u00BB\u00BF") ? text.substring(3) : text;
        Matcher encoding = ENCODING.matcher(unmarked);
        isStrange = hasOtherMark(text)
                || (unmarked.startsWith("<?xml") && !unmarked.contains("?>"))
                || (encoding.find() && !PLAIN.contains(encoding.group(1).toLowerCase(Locale.ROOT)));
        isOther = !isStrange && !unmarked.stripLeading().startsWith("<");
        text.chars().forEach(this::next);
    }

    private static boolean hasOtherMark(String text) {
        return text.length() >= MARK_BYTES
                && OTHER_MARKS.contains(text.charAt(0) << Byte.SIZE | text.charAt(1))
                // of zeros, those before a bracket
                && (text.charAt(0) != 0
                        || text.charAt(1) != 0
                        || text.substring(2, MARK_BYTES).contains("<"));
    }

    private void next(int b) {
        if (isOther) {
            return;
        }
        if (isStrange) {
            letters++;
            return;
        }
        if (isInCdata) {
            count(b);
            matched = b == CDATA_ENDS.charAt(matched) ? matched + 1 : b == ']' ? Math.min(matched, 2) : 0;
            isInCdata = matched < CDATA_ENDS.length();
            matched = isInCdata ? matched : 0;
        } else if (isInTag) {
            tag(b);
        } else if (b == '<') {
            isInTag = true;
            isName = true;
            name.setLength(0);
            name.append('<');
        } else {
            count(b);
        }
    }

    private void tag(int b) {
        if (b == '>') {
            isInTag = false;
            // what is told by tags alone, and given as text
            letters += written();
            return;
        }
        boolean ends = b <= ' ' || b == '/';
        if (isName && name.length() > 1 && ends) {
            isName = false;
        } else if (isName && name.length() < MOST_NAME) {
            name.append((char) b);
            isInCdata = name.toString().equals(CDATA);
            isInTag = !isInCdata;
        }
    }

    private int written() {
        if (name.indexOf("</") == 0) {
            return 0;
        }
        return switch (name.substring(1 + Math.max(0, name.indexOf(":")))) {
            case "tc" -> CELL_LETTERS;
            case "p", "tab", "br", "cr", "noBreakHyphen" -> 1;
            default -> 0;
        };
    }

    private void count(int b) {
        boolean wasBlank = isBlank;
        isBlank = b <= ' ';
        letters += isBlank && wasBlank ? 0 : 1;
    }
}
