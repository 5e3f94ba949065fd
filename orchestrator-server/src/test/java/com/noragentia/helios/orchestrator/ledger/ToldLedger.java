/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.crypto.VerifyingKey;
import com.noragentia.helios.protocol.ledger.LedgerEntry;
import java.util.List;
import java.util.Optional;

/** Entries as somebody tells them, without checkpoints. */
final class ToldLedger implements LedgerSource {

    private final List<LedgerEntry> entries;
    private boolean isTold;

    ToldLedger(List<LedgerEntry> entries) {
        this.entries = entries;
    }

    @Override
    public List<Line> next() {
        List<Line> lines = isTold
                ? List.of()
                : entries.stream()
                        .map(entry -> new Line(entry.index(), "", entry.canonical()))
                        .toList();
        isTold = true;
        return lines;
    }

    @Override
    public void rewind() {
        isTold = false;
    }

    @Override
    public List<String> checkpoints() {
        return List.of();
    }

    @Override
    public Optional<byte[]> tile(int level, long index) {
        return Optional.empty();
    }

    @Override
    public Optional<VerifyingKey> key() {
        return Optional.empty();
    }

    @Override
    public void close() {}
}
