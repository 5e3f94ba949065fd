/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.receipt;

import com.noragentia.helios.protocol.crypto.MerkleRoot;
import com.noragentia.helios.protocol.crypto.Sha256;
import com.noragentia.helios.protocol.crypto.SignedCheckpoint;
import com.noragentia.helios.protocol.crypto.SigningKey;
import com.noragentia.helios.protocol.crypto.TreeHash;
import com.noragentia.helios.protocol.ledger.Account;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.EntryKind;
import com.noragentia.helios.protocol.ledger.LedgerEntry;
import com.noragentia.helios.protocol.ledger.Measure;
import com.noragentia.helios.protocol.ledger.Posting;
import com.noragentia.helios.protocol.ledger.Receipt;
import com.noragentia.helios.protocol.ledger.ReceiptBatch;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A network's ledger, with proofs made as RFC 6962, section 2.1, defines them: for tests of whoever checks them. */
public final class SmallLedger {

    public static final String DEVICE = "dd".repeat(16);
    static final String OTHER_DEVICE = "ee".repeat(16);

    private final SigningKey key;
    private final List<LedgerEntry> entries = new ArrayList<>();

    public SmallLedger(SigningKey key) {
        this.key = key;
    }

    /** Somebody pays 32.4 credits for this task; the device earns 30. */
    public SmallLedger task(String device, String task, String lease) {
        return add(
                EntryKind.TASK,
                List.of(
                        new Posting(new Account.Member("aa".repeat(16)), new Credits(-32_400_000)),
                        new Posting(new Account.Pending(device), new Credits(30_000_000)),
                        new Posting(Account.House.BURN, new Credits(2_400_000))),
                new LedgerEntry.Facts(
                        LedgerEntry.commitment(task, lease), "chat", "m-1", 1, new Measure(3, 2, 0, 0, 0)));
    }

    SmallLedger matured(String device, long micros) {
        return add(
                EntryKind.MATURED,
                List.of(
                        new Posting(new Account.Pending(device), new Credits(-micros)),
                        new Posting(new Account.Member("bb".repeat(16)), new Credits(micros))),
                null);
    }

    private SmallLedger add(EntryKind kind, List<Posting> postings, LedgerEntry.@Nullable Facts facts) {
        int index = entries.size();
        String previous = index == 0 ? LedgerEntry.FIRST : entries.getLast().hash();
        entries.add(new LedgerEntry(1, index, index, kind, Sha256.hex("e" + index), postings, facts, previous));
        return this;
    }

    /** What the network shows a device that knows the first {@code since} entries. */
    public ReceiptBatch batch(long since, int... indexes) {
        List<TreeHash> leaves = leaves();
        List<Receipt> receipts = new ArrayList<>();
        for (int index : indexes) {
            receipts.add(new Receipt(
                    new String(entries.get(index).canonical(), StandardCharsets.UTF_8), path(index, leaves)));
        }
        List<TreeHash> consistency =
                since == 0 || since >= leaves.size() ? List.of() : consistency((int) since, leaves, true);
        return new ReceiptBatch(checkpoint().note(), since, consistency, receipts);
    }

    SignedCheckpoint checkpoint() {
        return SignedCheckpoint.sign(entries.size(), root(leaves()), key);
    }

    private List<TreeHash> leaves() {
        return entries.stream().map(entry -> TreeHash.leaf(entry.canonical())).toList();
    }

    private static TreeHash root(List<TreeHash> leaves) {
        MerkleRoot tree = new MerkleRoot();
        leaves.forEach(tree::add);
        return tree.root();
    }

    private static List<TreeHash> path(int index, List<TreeHash> leaves) {
        if (leaves.size() < 2) {
            return List.of();
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        List<TreeHash> left = leaves.subList(0, split);
        List<TreeHash> right = leaves.subList(split, leaves.size());
        return index < split ? and(path(index, left), root(right)) : and(path(index - split, right), root(left));
    }

    private static List<TreeHash> consistency(int from, List<TreeHash> leaves, boolean known) {
        if (from == leaves.size()) {
            return known ? List.of() : List.of(root(leaves));
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        List<TreeHash> left = leaves.subList(0, split);
        List<TreeHash> right = leaves.subList(split, leaves.size());
        return from <= split
                ? and(consistency(from, left, known), root(right))
                : and(consistency(from - split, right, false), root(left));
    }

    private static List<TreeHash> and(List<TreeHash> path, TreeHash last) {
        List<TreeHash> longer = new ArrayList<>(path);
        longer.add(last);
        return longer;
    }
}
