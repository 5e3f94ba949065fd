/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what {@link CanonicalEntry} wrote, several times as fast as the codec: it knows what must come next, and looks for nothing else. It
 * gives up on whatever is unusual, names that are not plain ASCII among them; what it does read still has to be compared with the canonical
 * form of what was read. For one use, by one thread.
 */
final class CanonicalParser {

    /** So many cannot overflow a {@code long}. */
    private static final int MAX_DIGITS = 18;

    private static final byte[] VERSION = ascii("{\"version\":");
    private static final byte[] INDEX = ascii(",\"index\":");
    private static final byte[] AT = ascii(",\"at\":");
    private static final byte[] KIND = ascii(",\"kind\":\"");
    private static final byte[] EVENT = ascii(",\"event\":\"");
    private static final byte[] POSTINGS = ascii(",\"postings\":[");
    private static final byte[] ACCOUNT = ascii("{\"account\":\"");
    private static final byte[] AMOUNT = ascii(",\"amount\":");
    private static final byte[] FACTS = ascii(",\"facts\":{\"commitment\":\"");
    private static final byte[] EXPERT = ascii(",\"expert\":\"");
    private static final byte[] MODEL = ascii(",\"model\":\"");
    private static final byte[] TABLE = ascii(",\"table\":");
    private static final byte[] PROMPT_TOKENS = ascii(",\"measure\":{\"promptTokens\":");
    private static final byte[] OUTPUT_TOKENS = ascii(",\"outputTokens\":");
    private static final byte[] AUDIO_SECONDS = ascii(",\"audioSeconds\":");
    private static final byte[] PAGES = ascii(",\"pages\":");
    private static final byte[] IMAGES = ascii(",\"images\":");
    private static final byte[] CHECK = ascii(",\"check\":{\"commitment\":\"");
    private static final byte[] VERDICT = ascii(",\"verdict\":\"");
    private static final byte[] REVERSES = ascii(",\"reverses\":{\"entry\":");
    private static final byte[] SINCE = ascii(",\"since\":");
    private static final byte[] PREVIOUS = ascii(",\"previous\":\"");

    private final byte[] bytes;
    private int at;

    private CanonicalParser(byte[] bytes) {
        this.bytes = bytes;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Empty for what is no entry, and for one that has to be read with more patience. */
    static Optional<LedgerEntry> read(byte[] canonical) {
        try {
            return Optional.of(new CanonicalParser(canonical).entry());
        } catch (IllegalArgumentException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private LedgerEntry entry() {
        int version = Math.toIntExact(number(VERSION));
        long index = number(INDEX);
        long time = number(AT);
        EntryKind kind = EntryKind.valueOf(text(KIND));
        String event = text(EVENT);
        List<Posting> postings = postings();
        LedgerEntry.Facts facts = isNext(FACTS) ? facts() : null;
        Check check = isNext(CHECK) ? check() : null;
        Reversal reverses = isNext(REVERSES) ? reversal() : null;
        String previous = text(PREVIOUS);
        expect('}');
        if (at != bytes.length) {
            throw unusual();
        }
        return new LedgerEntry(version, index, time, kind, event, postings, facts, check, reverses, previous);
    }

    private List<Posting> postings() {
        expect(POSTINGS);
        List<Posting> postings = new ArrayList<>();
        do {
            Account account = Account.of(text(ACCOUNT));
            postings.add(new Posting(account, new Credits(number(AMOUNT))));
            expect('}');
        } while (passes(','));
        expect(']');
        return postings;
    }

    private LedgerEntry.Facts facts() {
        String commitment = text(FACTS);
        String expert = text(EXPERT);
        String model = text(MODEL);
        int table = Math.toIntExact(number(TABLE));
        Measure measure = new Measure(
                number(PROMPT_TOKENS), number(OUTPUT_TOKENS), number(AUDIO_SECONDS), number(PAGES), number(IMAGES));
        expect('}');
        expect('}');
        return new LedgerEntry.Facts(commitment, expert, model, table, measure);
    }

    private Check check() {
        String commitment = text(CHECK);
        Check.Verdict verdict = Check.Verdict.valueOf(text(VERDICT));
        expect('}');
        return new Check(commitment, verdict);
    }

    private Reversal reversal() {
        Reversal reversal = new Reversal(number(REVERSES), number(SINCE));
        expect('}');
        return reversal;
    }

    /** After these bytes, up to the quotation mark. */
    private String text(byte[] before) {
        expect(before);
        int begin = at;
        while (at < bytes.length && isPlain(bytes[at])) {
            at++;
        }
        String text = new String(bytes, begin, at - begin, StandardCharsets.ISO_8859_1);
        expect('"');
        return text;
    }

    /** What stands for itself within quotation marks; bytes beyond ASCII are negative. */
    private static boolean isPlain(byte character) {
        return character >= ' ' && character != '"' && character != '\\';
    }

    private long number(byte[] before) {
        expect(before);
        boolean isNegative = passes('-');
        int begin = at;
        long number = 0;
        while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9') {
            number = 10 * number + (bytes[at] - '0');
            at++;
        }
        if (at == begin || at - begin > MAX_DIGITS) {
            throw unusual();
        }
        return isNegative ? -number : number;
    }

    private boolean passes(char character) {
        boolean isHere = at < bytes.length && bytes[at] == character;
        at += isHere ? 1 : 0;
        return isHere;
    }

    private void expect(char character) {
        if (!passes(character)) {
            throw unusual();
        }
    }

    private boolean isNext(byte[] expected) {
        if (bytes.length - at < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (bytes[at + i] != expected[i]) {
                return false;
            }
        }
        return true;
    }

    private void expect(byte[] expected) {
        if (!isNext(expected)) {
            throw unusual();
        }
        at += expected.length;
    }

    private static IllegalArgumentException unusual() {
        return new IllegalArgumentException("not in the usual form");
    }
}
