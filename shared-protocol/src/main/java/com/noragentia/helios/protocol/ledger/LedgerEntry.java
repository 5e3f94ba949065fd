/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.ledger;

import com.noragentia.helios.protocol.crypto.Sha256;
import com.noragentia.helios.protocol.crypto.TreeHash;
import com.noragentia.helios.protocol.wire.JsonCodec;
import com.noragentia.helios.protocol.wire.WireException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A line of the ledger: no prompts, no addresses, no names. Its canonical bytes are its JSON as {@link JsonCodec} writes it; the next entry
 * carries their hash, and they are a leaf of the Merkle tree (RFC 6962). Immutable.
 *
 * @param version of this format: {@link #VERSION}, or {@link #WITH_GROUNDS} for an entry that names the check or the mistake behind it
 * @param index from 0, without gaps
 * @param at epoch milliseconds
 * @param event what it records, named so that the same twice has the same name; 64 lower-case hex digits
 * @param postings sum to zero, from 2 to {@link #MAX_POSTINGS}
 * @param facts of a task or a canary; null for the rest
 * @param check that let credits mature, or burned them; null for other kinds, and in version 1
 * @param reverses of a compensation; null for other kinds, and in version 1
 * @param previous {@link #hash} of the entry before, 64 zeros for the first
 */
public record LedgerEntry(
        int version,
        long index,
        long at,
        EntryKind kind,
        String event,
        List<Posting> postings,
        @Nullable Facts facts,
        @Nullable Check check,
        @Nullable Reversal reverses,
        String previous) {

    /** Of an entry that needs no more than what all have. */
    public static final int VERSION = 1;
    /** Of an entry with a check or a reversal. What was written before there were any stays as it is, in version 1. */
    public static final int WITH_GROUNDS = 2;

    public static final String FIRST = "0".repeat(64);
    public static final int MAX_POSTINGS = 16;
    /** The longest canonical form. */
    public static final int MAX_BYTES = 8 * 1024;

    /**
     * Of a task or canary.
     *
     * @param commitment {@link #commitment} of the task and the lease under which it was answered
     * @param expert as on the wire
     * @param model id of the model that answered
     * @param table version of the price table
     * @param measure what was counted
     */
    public record Facts(String commitment, String expert, String model, int table, Measure measure) {

        private static final int MAX_CHARACTERS = 128;

        public Facts {
            requireHash(commitment);
            if (expert.length() > MAX_CHARACTERS || model.length() > MAX_CHARACTERS) {
                throw new IllegalArgumentException("a name of over " + MAX_CHARACTERS + " characters");
            }
        }
    }

    /** @throws IllegalArgumentException if a part is none, or the parts do not belong together */
    public LedgerEntry {
        postings = List.copyOf(postings);
        if (version != versionOf(check, reverses) || index < 0) {
            throw new IllegalArgumentException("an entry of another version, or without a place");
        }
        if (check != null && reverses != null) {
            throw new IllegalArgumentException("an entry follows from one thing");
        }
        if (postings.size() < 2 || postings.size() > MAX_POSTINGS || !sumsToZero(postings)) {
            throw new IllegalArgumentException("the postings of an entry sum to zero");
        }
        requireHash(event);
        requireHash(previous);
    }

    /** One that names neither check nor mistake. */
    public LedgerEntry(
            int version,
            long index,
            long at,
            EntryKind kind,
            String event,
            List<Posting> postings,
            @Nullable Facts facts,
            String previous) {
        this(version, index, at, kind, event, postings, facts, null, null, previous);
    }

    /** Under which version an entry with these stands. */
    public static int versionOf(@Nullable Check check, @Nullable Reversal reverses) {
        return check == null && reverses == null ? VERSION : WITH_GROUNDS;
    }

    private static boolean sumsToZero(List<Posting> postings) {
        Credits sum = Credits.ZERO;
        for (Posting posting : postings) {
            sum = sum.plus(posting.amount());
        }
        return sum.isZero();
    }

    private static void requireHash(String hash) {
        if (!HexDigits.are(hash, FIRST.length())) {
            throw new IllegalArgumentException("not 64 hex digits");
        }
    }

    /**
     * Reads canonical bytes.
     *
     * @throws WireException if they are not an entry, or not its canonical form
     */
    public static LedgerEntry read(byte[] canonical) throws WireException {
        Optional<LedgerEntry> usual = canonical.length > MAX_BYTES ? Optional.empty() : CanonicalParser.read(canonical);
        LedgerEntry entry = usual.isPresent() ? usual.get() : JsonCodec.decode(canonical, LedgerEntry.class, MAX_BYTES);
        if (!Arrays.equals(entry.canonical(), canonical)) {
            throw new WireException("an entry in another form than the canonical one");
        }
        return entry;
    }

    /** As {@link #read(byte[])}, from text. */
    public static LedgerEntry read(String canonical) throws WireException {
        return read(canonical.getBytes(StandardCharsets.UTF_8));
    }

    /** Known to whoever knows both ids, which are drawn at random, and to nobody else. */
    public static String commitment(String task, String lease) {
        return Sha256.hex("helios-task-1\n" + task + "\n" + lease);
    }

    /** The bytes that are stored, hashed and shown to everybody. */
    public byte[] canonical() {
        return CanonicalEntry.of(this).getBytes(StandardCharsets.UTF_8);
    }

    /** {@link #hash(byte[])} of the canonical bytes. Who has those already spares itself making them again. */
    public String hash() {
        return hash(canonical());
    }

    /** RFC 6962 leaf hash of an entry's canonical bytes, in hex: SHA-256 over a zero byte and them. */
    public static String hash(byte[] canonical) {
        return TreeHash.leaf(canonical).hex();
    }
}
