/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.ledger;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All objects that a PDF may have (ISO 32000-1, 7.3.10 and 7.5.7), found by going through its bytes: no table of contents is believed, and of an
 * object that comes several times each is kept. Time and room are bounded by the length of the file and what may be unpacked. Not thread-safe.
 */
final class PdfObjects {

    private static final int MOST_OBJECTS = 200_000;
    /** Each change of a file may bring an object anew. */
    private static final int MOST_VERSIONS = 16;

    private static final int MOST_COLLECTION_BYTES = 16 * 1024 * 1024;
    private static final int MOST_NUMBER = 9;
    private static final byte[] OBJECT = "obj".getBytes(ISO_8859_1);
    private static final byte[] STREAM = "stream".getBytes(ISO_8859_1);
    private static final byte[] PASSWORD = "/Encrypt".getBytes(ISO_8859_1);
    private static final Pattern BEGIN = Pattern.compile("(?<!\\d)(\\d{1,9})\\s+\\d{1,5}\\s+$");
    private static final int MOST_BEGIN = 24;
    private static final Pattern COLLECTION = Pattern.compile("/First\\s*(\\d{1,9})\\b");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final ByteBuffer file;
    private final InflateBudget budget;
    private final Map<Integer, List<PdfObject>> byNumber = new HashMap<>();
    private final boolean isEncrypted;
    private int count;
    private boolean isUnseen;

    /** Where an object begins, behind its number. */
    private record Begin(int number, int header, int place) {}

    PdfObjects(ByteBuffer file, InflateBudget budget) {
        this.file = file;
        this.budget = budget;
        this.isEncrypted = next(PASSWORD, 0, file.limit()) >= 0;
        List<Begin> begins = begins();
        for (int i = 0; i < begins.size(); i++) {
            int end = i + 1 < begins.size() ? begins.get(i + 1).header() : file.limit();
            add(begins.get(i), end);
        }
    }

    /** Whether there is more than was found. */
    boolean isUnseen() {
        return isUnseen;
    }

    /** Whether strings and streams need a password, be it an empty one. */
    boolean isEncrypted() {
        return isEncrypted;
    }

    List<PdfObject> all(int number) {
        return byNumber.getOrDefault(number, List.of());
    }

    Map<Integer, List<PdfObject>> byNumber() {
        return byNumber;
    }

    private List<Begin> begins() {
        List<Begin> begins = new ArrayList<>();
        int at = next(OBJECT, 0, file.limit());
        while (at >= 0 && begins.size() <= MOST_OBJECTS) {
            int from = Math.max(0, at - MOST_BEGIN);
            Matcher begin = BEGIN.matcher(text(from, at));
            if (begin.find()) {
                begins.add(new Begin(Integer.parseInt(begin.group(1)), from + begin.start(), at + OBJECT.length));
            }
            at = next(OBJECT, at + OBJECT.length, file.limit());
        }
        return begins;
    }

    private void add(Begin begin, int end) {
        int stream = stream(begin.place(), end);
        PdfObject object = PdfObject.of(
                text(begin.place(), stream < 0 ? end : stream), stream < 0 ? -1 : dataAt(stream + STREAM.length), end);
        add(begin.number(), object);
        if (object.isStream() && object.text().contains("/First")) {
            Matcher first = COLLECTION.matcher(object.text());
            if (first.find()) {
                collection(object, Integer.parseInt(first.group(1)));
            }
        }
    }

    /** Where the word stands that begins a stream, behind a dictionary; -1 where none does. */
    private int stream(int from, int to) {
        int at = next(STREAM, from, to);
        while (at >= 0) {
            int before = at - 1;
            while (before > from && file.get(before) <= ' ') {
                before--;
            }
            if (file.get(before) == '>') {
                return at;
            }
            at = next(STREAM, at + STREAM.length, to);
        }
        return -1;
    }

    private void add(int number, PdfObject object) {
        List<PdfObject> versions = byNumber.computeIfAbsent(number, any -> new ArrayList<>(1));
        if (++count > MOST_OBJECTS || versions.size() == MOST_VERSIONS) {
            isUnseen = true;
            return;
        }
        versions.add(object);
    }

    private int dataAt(int place) {
        int at = place;
        if (at < file.limit() && file.get(at) == '\r') {
            at++;
        }
        if (at < file.limit() && file.get(at) == '\n') {
            at++;
        }
        return at;
    }

    /** Objects that lie in a stream, each with its number and place before all of them. */
    private void collection(PdfObject packed, int first) {
        ByteArrayOutputStream open = new ByteArrayOutputStream();
        boolean isOpen = packed.isPacked()
                && !isEncrypted
                && budget.inflate(data(packed), false, (chunk, length) -> {
                    if (open.size() < MOST_COLLECTION_BYTES) {
                        open.write(chunk, 0, length);
                    }
                });
        String text = open.toString(ISO_8859_1);
        if (!isOpen || first > text.length()) {
            isUnseen = true;
            return;
        }
        String[] places = BLANKS.split(text.substring(0, first).strip(), 2 * MOST_OBJECTS);
        int last = first;
        for (int i = 0; i + 1 < places.length; i += 2) {
            int from = first + number(places[i + 1]);
            int to = i + 3 < places.length ? first + number(places[i + 3]) : text.length();
            if (from < last || to < from || to > text.length()) { // in their order, or they could be long and many
                isUnseen = true;
                return;
            }
            add(number(places[i]), PdfObject.within(text.substring(from, to)));
            last = to;
        }
    }

    private static int number(String digits) {
        boolean isNumber = !digits.isEmpty()
                && digits.length() < MOST_NUMBER
                && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? Integer.parseInt(digits) : Integer.MIN_VALUE / 2;
    }

    /** What lies in its stream, with what follows up to the next object. */
    ByteBuffer data(PdfObject object) {
        return file.slice(object.data(), Math.max(0, object.end() - object.data()));
    }

    private String text(int from, int to) {
        byte[] bytes = new byte[Math.max(0, to - from)];
        file.get(from, bytes);
        return new String(bytes, ISO_8859_1);
    }

    private int next(byte[] word, int from, int to) {
        for (int at = from; at <= to - word.length; at++) {
            int same = 0;
            while (same < word.length && file.get(at + same) == word[same]) {
                same++;
            }
            if (same == word.length) {
                return at;
            }
        }
        return -1;
    }
}
