/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.bench;

import com.noragentia.helios.orchestrator.ledger.Event;
import com.noragentia.helios.orchestrator.ledger.LedgerFile;
import com.noragentia.helios.orchestrator.ledger.LedgerSource;
import com.noragentia.helios.orchestrator.ledger.LedgerVerdict;
import com.noragentia.helios.orchestrator.ledger.LedgerVerification;
import com.noragentia.helios.orchestrator.ledger.SqlLedgerSource;
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
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How long {@code ledger verify} takes for a million entries, as exported and in the database: wall time, processor time, and both beside
 * hashing the same file once, which any check must do.
 */
public final class VerifyBench {

    private static final int ENTRIES = 1_000_000;
    private static final int CORES = 2;
    private static final int DEVICES = 1_000;
    private static final int TASKS_A_MILLI = 4;

    private VerifyBench() {}

    /** @param arguments number of entries, a million unless given */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length > 1 || (arguments.length == 1 && !arguments[0].matches("[1-9][0-9]{0,8}"))) {
            System.err.println("Usage: ./helios bench verify [ENTRIES]");
            System.exit(2);
        }
        int entries = arguments.length > 0 ? Integer.parseInt(arguments[0]) : ENTRIES;
        Quiet.warningsOnly();
        Path folder = Files.createTempDirectory("helios-bench-verify");
        Path file = folder.resolve("ledger.txt");
        Path database = folder.resolve("helios.db");
        try {
            write(file, entries);
            Took floor = Took.by(() -> hash(file));
            Took check = Took.by(() -> verify(new LedgerFile(file)));
            DatabaseCopy.write(file, database);
            DatabaseCopy.name(database, DEVICES, VerifyBench::pseudonym);
            Took inDatabase = Took.by(() -> verify(new SqlLedgerSource(database, Optional.empty())));
            Took recount = Took.by(() -> DatabaseCopy.recount(database));
            Took withBalances = Took.by(() -> verify(new SqlLedgerSource(database, Optional.empty())));
            System.out.printf(
                    "%,d entries, %,d bytes, %d cores%n"
                            + "hash the file  %.2f s wall, %.2f s processor%n"
                            + "ledger verify  %.2f s wall, %.2f s processor: %.1f times the processor time of hashing%n"
                            + "the same, from the database  %.2f s wall, %.2f s processor%n"
                            + "the same, with balances and history  %.2f s wall, %.2f s processor%n"
                            + "ledger recount  %.2f s wall, %.2f s processor%n",
                    entries,
                    Files.size(file),
                    CORES,
                    seconds(floor.wall),
                    seconds(floor.processor),
                    seconds(check.wall),
                    seconds(check.processor),
                    seconds(check.processor) / seconds(floor.processor),
                    seconds(inDatabase.wall),
                    seconds(inDatabase.processor),
                    seconds(withBalances.wall),
                    seconds(withBalances.processor),
                    seconds(recount.wall),
                    seconds(recount.processor));
        } finally {
            delete(folder);
        }
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1e3;
    }

    /** Something that may fail on the way. */
    @FunctionalInterface
    private interface Work {

        void run() throws IOException;
    }

    /**
     * What it took.
     *
     * @param wall time that passed
     * @param processor time of all threads of this process
     */
    private record Took(Duration wall, Duration processor) {

        static Took by(Work work) throws IOException {
            long begun = System.nanoTime();
            Duration before = processorTime();
            work.run();
            return new Took(
                    Duration.ofNanos(System.nanoTime() - begun), processorTime().minus(before));
        }

        private static Duration processorTime() {
            return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        }
    }

    private static void hash(Path file) throws IOException {
        var digest = Sha256.digest();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        digest.digest();
    }

    private static void verify(LedgerSource opened) throws IOException {
        try (LedgerSource source = opened) {
            LedgerVerdict verdict = LedgerVerification.of(source, CORES);
            if (!(verdict instanceof LedgerVerdict.Sound)) {
                throw new IllegalStateException("the ledger of the bench is " + verdict);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private static void write(Path file, int entries) throws IOException {
        SigningKey key = SigningKey.generate(new SecureRandom());
        MerkleRoot tree = new MerkleRoot();
        String previous = LedgerEntry.FIRST;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(("helios-ledger-1 " + key.verifyingKey().encoded() + "\n").getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < entries; i++) {
                byte[] entry = task(i, previous).canonical();
                TreeHash leaf = TreeHash.leaf(entry);
                tree.add(leaf);
                previous = leaf.hex();
                out.write(entry);
                out.write('\n');
            }
            out.write(
                    ("\n" + SignedCheckpoint.sign(entries, tree.root(), key).note()).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String pseudonym(int device) {
        return Sha256.hex("device " + device).substring(0, 32);
    }

    private static LedgerEntry task(int index, String previous) {
        String pseudonym = pseudonym(index % DEVICES);
        return new LedgerEntry(
                LedgerEntry.VERSION,
                index,
                1_700_000_000_000L + index,
                EntryKind.TASK,
                Event.task(String.format(Locale.ROOT, "%012x%020x", 1_700_000_000_000L + index / TASKS_A_MILLI, index)),
                List.of(
                        new Posting(new Account.Member(pseudonym), new Credits(-32_400_000)),
                        new Posting(new Account.Pending(pseudonym), new Credits(30_000_000)),
                        new Posting(Account.House.BURN, new Credits(2_400_000))),
                new LedgerEntry.Facts(
                        LedgerEntry.commitment("t" + index, "l"),
                        "chat",
                        "helios-chat-1",
                        1,
                        new Measure(300, 200, 0, 0, 0)),
                previous);
    }
}
