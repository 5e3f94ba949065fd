/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.extent;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All objects that a PDF may have (ISO 32000-1, 7.3.10 and 7.5.7), found by going through its bytes: no table of contents is believed, and of an
 * object that comes several times each is kept. Time and room are bounded by what may be looked at and unpacked. Not thread-safe.
 */
final class PdfObjects {

    private static final int MOST_OBJECTS = 200_000;
    /** Each change of a file may bring an object anew. */
    private static final int MOST_VERSIONS = 16;
    /** An object may be nothing but the name of another. */
    private static final int MOST_LINKS = 8;

    private static final byte[] OBJECT = "obj".getBytes(ISO_8859_1);
    private static final byte[] STREAM = "stream".getBytes(ISO_8859_1);
    private static final byte[] PASSWORD = "/Encrypt".getBytes(ISO_8859_1);

    private final ByteBuffer file;
    private final ScanBudget scan;
    private final PdfStreams streams;
    private final Map<Long, List<PdfObject>> byNumber = new HashMap<>();
    private final boolean isEncrypted;
    private int count;
    private boolean isUnseen;

    PdfObjects(ByteBuffer file, InflateBudget budget, ScanBudget scan) {
        this.file = file;
        this.scan = scan;
        this.streams = new PdfStreams(file, budget, this, scan);
        this.isEncrypted = PdfHeader.next(file, PASSWORD, 0) >= 0;
        int at = PdfHeader.next(file, OBJECT, 0);
        while (at >= 0) {
            PdfHeader header = PdfHeader.before(file, at);
            if (header.isOdd()) {
                throw scan.spent();
            }
            if (header.number() >= 0) {
                addFrom(header.number(), at + OBJECT.length);
            }
            at = PdfHeader.next(file, OBJECT, at + OBJECT.length);
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

    PdfStreams streams() {
        return streams;
    }

    Map<Long, List<PdfObject>> byNumber() {
        return byNumber;
    }

    /** All that a value may stand for: itself, or the versions of the object that it names. */
    List<PdfObject> all(PdfValue value) {
        List<PdfObject> found = new ArrayList<>(1);
        addAll(value, found, 0);
        return found;
    }

    private void addAll(PdfValue value, List<PdfObject> found, int links) {
        scan.step();
        if (!(value instanceof PdfValue.Reference reference)) {
            found.add(PdfObject.direct(value));
            return;
        }
        for (PdfObject one : byNumber.getOrDefault(reference.number(), List.of())) {
            if (!(one.value() instanceof PdfValue.Reference)) {
                found.add(one);
            } else if (links < MOST_LINKS) {
                addAll(one.value(), found, links + 1);
            }
        }
    }

    /** All that an entry of a dictionary may be; empty where there is none. */
    List<PdfObject> all(PdfValue.Dictionary dictionary, String key) {
        PdfValue value = dictionary.entries().get(key);
        return value == null ? List.of() : all(value);
    }

    /** Whether an entry is certainly this name. */
    boolean isNamed(PdfValue.Dictionary dictionary, String key, String name) {
        List<PdfObject> values = all(dictionary, key);
        return !values.isEmpty()
                && values.stream()
                        .allMatch(one -> one.value() instanceof PdfValue.Name is
                                && is.text().equals(name));
    }

    private void addFrom(long number, int place) {
        PdfSyntax syntax = new PdfSyntax(file, place, scan);
        PdfValue value = syntax.next();
        isUnseen |= syntax.isOdd();
        syntax.skipBlanks();
        boolean isStream = PdfHeader.hasAt(file, STREAM, syntax.place());
        PdfObject object = new PdfObject(value, isStream ? PdfHeader.dataAt(file, syntax.place() + STREAM.length) : -1);
        add(number, object);
        if (isStream
                && value instanceof PdfValue.Dictionary keys
                && keys.entries().containsKey("First")) {
            collection(object, keys);
        }
    }

    private void add(long number, PdfObject object) {
        List<PdfObject> versions = byNumber.computeIfAbsent(number, any -> new ArrayList<>(1));
        if (++count > MOST_OBJECTS) {
            throw scan.spent();
        }
        if (versions.size() == MOST_VERSIONS) {
            isUnseen = true;
        } else {
            versions.add(object);
        }
    }

    /** Objects that lie in a stream, each with its number and place before all of them. */
    private void collection(PdfObject packed, PdfValue.Dictionary keys) {
        PdfStreams.Open open = streams.open(packed);
        if (!open.isWhole() || isEncrypted) {
            isUnseen = true;
            return;
        }
        for (PdfObject first : all(keys, "First")) {
            if (first.value() instanceof PdfValue.Amount at) {
                collection(open.bytes(), (int) at.value());
            } else {
                isUnseen = true;
            }
        }
    }

    private void collection(ByteBuffer open, int first) {
        PdfSyntax places = new PdfSyntax(open, 0, scan);
        places.skipBlanks();
        while (places.place() < first) {
            PdfValue number = places.next();
            PdfValue place = places.next();
            if (!(number instanceof PdfValue.Amount is) || !(place instanceof PdfValue.Amount from)) {
                isUnseen |= number != PdfValue.Mark.END;
                return;
            }
            int at = first + (int) from.value();
            if (at < first || at > open.limit()) {
                isUnseen = true;
            } else {
                PdfSyntax syntax = new PdfSyntax(open, at, scan);
                add((long) is.value(), PdfObject.direct(syntax.next()));
                isUnseen |= syntax.isOdd();
            }
            places.skipBlanks();
        }
    }
}
