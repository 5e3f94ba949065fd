/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.ledger;

import com.noragentia.helios.protocol.crypto.Sha256;
import com.noragentia.helios.protocol.wire.JsonCodec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of the ledger: no prompts, no addresses, no names. Its canonical bytes are its JSON as {@link JsonCodec} writes it; the next entry
 * carries their hash, and they are a leaf of the Merkle tree (RFC 6962).
 *
 * @param version of this format, 1
 * @param index from 0, without gaps
 * @param at epoch milliseconds
 * @param event what it records, named so that the same twice has the same name; 64 lower-case hex digits
 * @param postings sum to zero, at least two
 * @param facts of a task or a canary; null for the rest
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
        String previous) {

    public static final int VERSION = 1;
    public static final String FIRST = "0".repeat(64);

    /**
     * Of a task or canary.
     *
     * @param commitment {@link #commitment} of the task and the lease under which it was answered
     * @param expert as on the wire
     * @param model id of the model that answered
     * @param table version of the price table
     * @param measure what was counted
     */
    public record Facts(String commitment, String expert, String model, int table, Measure measure) {}

    public LedgerEntry {
        postings = List.copyOf(postings);
    }

    /** Known to whoever knows both ids, which are drawn at random, and to nobody else. */
    public static String commitment(String task, String lease) {
        return Sha256.hex("helios-task-1\n" + task + "\n" + lease);
    }

    public byte[] canonical() {
        return JsonCodec.encode(this);
    }

    /** RFC 6962 leaf hash of the canonical bytes, in hex: SHA-256 over a zero byte and them. */
    public String hash() {
        var digest = Sha256.digest();
        digest.update((byte) 0);
        digest.update(canonical());
        return Sha256.hex(digest);
    }
}
