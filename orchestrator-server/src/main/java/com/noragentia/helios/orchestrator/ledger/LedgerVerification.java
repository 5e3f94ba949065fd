/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.orchestrator.ledger.LedgerVerdict.Broken;
import com.noragentia.helios.protocol.crypto.Checkpoint;
import com.noragentia.helios.protocol.crypto.SignedCheckpoint;
import com.noragentia.helios.protocol.crypto.TreeHash;
import com.noragentia.helios.protocol.ledger.Account;
import com.noragentia.helios.protocol.ledger.LedgerEntry;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Recomputes a ledger from zero: each entry's form, sum and place, the chain from entry to entry, the accounts, the tree, and every
 * checkpoint; and, once the entries are found right, the balances that are kept beside them, and the rows that follow from nothing. Trusts
 * nothing but the server's key. For one use, by one thread.
 */
public final class LedgerVerification {

    private final LedgerSource source;
    private final CheckedEntries entries;
    private final TreeCheck tree;
    private final RecountedAccounts accounts = new RecountedAccounts();
    private final SeenEvents events = new SeenEvents();
    private final NamedChecks checks = new NamedChecks();
    private final Reversals reversals = new Reversals();
    private final Optional<BalanceCheck> balances;
    private final Deque<String> checkpoints;
    private TreeHash last = TreeHash.at(HexFormat.of().parseHex(LedgerEntry.FIRST), 0);
    /** The first of those that are left, opened once: a signature takes as long to check as hundreds of entries. */
    private Optional<Checkpoint> awaited = Optional.empty();

    private long lastAt = Long.MIN_VALUE;
    private int compared;
    private long covered;

    private LedgerVerification(LedgerSource source, CheckedEntries entries) throws IOException {
        this.source = source;
        this.entries = entries;
        this.tree = new TreeCheck(source);
        this.checkpoints = new ArrayDeque<>(source.checkpoints());
        this.balances = source.balances();
    }

    /**
     * Checks all of it.
     *
     * @param cores how many to use
     * @throws IOException if it cannot be read at all
     */
    public static LedgerVerdict of(LedgerSource source, int cores) throws IOException {
        LedgerVerdict verdict;
        Reversals reversals;
        Optional<BalanceCheck> balances;
        Set<Account> holding;
        try (CheckedEntries entries = new CheckedEntries(source, cores)) {
            LedgerVerification verification = new LedgerVerification(source, entries);
            verdict = verification.verdict();
            reversals = verification.reversals;
            balances = verification.balances;
            holding = verification.accounts.holding();
        }
        if (verdict instanceof LedgerVerdict.Sound && !reversals.isEmpty()) {
            verdict = reversed(source, cores, reversals, verdict);
        }
        if (verdict instanceof LedgerVerdict.Sound sound) {
            verdict = balanced(sound, balances, holding);
        }
        return verdict instanceof LedgerVerdict.Sound sound ? unaltered(sound, source) : verdict;
    }

    private static LedgerVerdict balanced(
            LedgerVerdict.Sound sound, Optional<BalanceCheck> balances, Set<Account> holding) {
        Optional<LedgerVerdict.Misstated> misstated =
                balances.flatMap(check -> check.misstated(sound.entries(), holding));
        return misstated.isPresent() ? misstated.get() : sound;
    }

    private static LedgerVerdict unaltered(LedgerVerdict.Sound sound, LedgerSource source) throws IOException {
        Optional<LedgerVerdict.Altered> altered = source.altered();
        return altered.isPresent() ? altered.get() : sound;
    }

    private static LedgerVerdict reversed(LedgerSource source, int cores, Reversals reversals, LedgerVerdict sound)
            throws IOException {
        source.rewind();
        try (CheckedEntries again = new CheckedEntries(source, cores)) {
            OptionalLong wrong = reversals.wrong(again);
            return wrong.isPresent() ? new Broken(wrong.getAsLong(), Flaw.AGAINST_ITS_KIND) : sound;
        }
    }

    private LedgerVerdict verdict() throws IOException {
        @Nullable Broken broken = compareCheckpoints();
        Optional<CheckedEntry> next = entries.next();
        while (broken == null && next.isPresent()) {
            broken = check(next.get());
            if (broken == null) {
                broken = compareCheckpoints();
            }
            next = broken == null ? entries.next() : next;
        }
        if (broken == null && !checkpoints.isEmpty()) {
            broken = broken(Flaw.MISSING); // a checkpoint tells of more
        }
        return broken == null ? atEnd() : broken;
    }

    private LedgerVerdict atEnd() {
        if (tree.differs().isPresent()) {
            return new Broken(tree.differs().getAsLong(), Flaw.TREE_CHANGED);
        }
        OptionalLong missing = tree.missing(covered);
        if (missing.isPresent()) {
            return new Broken(missing.getAsLong(), Flaw.TREE_CHANGED);
        }
        OptionalInt repeated = events.repeated();
        return repeated.isPresent()
                ? new Broken(repeated.getAsInt(), Flaw.REPEATED)
                : new LedgerVerdict.Sound(tree.size(), covered, compared, tree.root());
    }

    private Broken broken(Flaw flaw) {
        return new Broken(tree.size(), flaw);
    }

    private @Nullable Broken check(CheckedEntry checked) throws IOException {
        if (checked.index() != tree.size()) {
            return broken(checked.index() > tree.size() ? Flaw.MISSING : Flaw.MISPLACED);
        }
        if (checked.entry().isEmpty()) {
            return broken(Flaw.UNREADABLE);
        }
        LedgerEntry entry = checked.entry().get();
        if (entry.index() != tree.size()) {
            return broken(Flaw.MISPLACED);
        }
        if (!checked.follows(last)) {
            return new Broken(whichOfTwo(checked), Flaw.CHANGED);
        }
        if (!KindLaw.isKept(entry) || !checks.add(entry)) {
            return broken(Flaw.AGAINST_ITS_KIND);
        }
        if (entry.at() < lastAt) {
            return broken(Flaw.OLDER);
        }
        @Nullable Flaw flaw = accounts.add(entry);
        if (flaw != null) {
            return broken(flaw);
        }
        events.add(entry.event());
        reversals.add(entry);
        balances.ifPresent(check -> check.add(entry, checked.leaf()));
        lastAt = entry.at();
        tree.add(checked.leaf());
        last = checked.leaf();
        return null;
    }

    /** Two entries do not fit together: the one whose other neighbour vouches for it is right. */
    private long whichOfTwo(CheckedEntry later) throws IOException {
        boolean isVouchedFor = tree.size() == 0
                ? false
                : entries.next().map(next -> next.follows(later.leaf())).orElse(true);
        return isVouchedFor ? tree.size() - 1 : tree.size();
    }

    private @Nullable Broken compareCheckpoints() {
        while (!checkpoints.isEmpty()) {
            if (awaited.isEmpty()) {
                awaited = opened(checkpoints.getFirst());
            }
            if (awaited.isEmpty()) {
                return new Broken(Math.max(0, tree.size() - 1), Flaw.CHECKPOINT_UNSIGNED);
            }
            Checkpoint checkpoint = awaited.get();
            if (checkpoint.size() > tree.size()) {
                return null;
            }
            if (checkpoint.size() < tree.size() || !checkpoint.root().equals(tree.root())) {
                return contradicted();
            }
            checkpoints.removeFirst();
            awaited = Optional.empty();
            compared++;
            covered = tree.size();
        }
        return null;
    }

    private Optional<Checkpoint> opened(String note) {
        return source.key().isPresent()
                ? SignedCheckpoint.open(note, source.key().get()).map(SignedCheckpoint::checkpoint)
                : Checkpoint.of(note);
    }

    private Broken contradicted() {
        return tree.differs().isPresent()
                ? new Broken(tree.differs().getAsLong(), Flaw.CHANGED)
                : new Broken(Math.max(0, tree.size() - 1), Flaw.AGAINST_CHECKPOINT);
    }
}
