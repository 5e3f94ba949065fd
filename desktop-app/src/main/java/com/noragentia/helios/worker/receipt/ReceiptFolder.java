/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.receipt;

import com.noragentia.helios.installation.PrivateFiles;
import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.wire.JsonCodec;
import com.noragentia.helios.protocol.wire.WireException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files in which receipts rest: one JSON object a line, a file a month, never changed; beside them the newest checkpoint, what was
 * answered and has no receipt yet, and evidence of forks. Not thread-safe.
 */
final class ReceiptFolder {

    /**
     * Beside the running month, which makes a whole year of it. A receipt takes a few kilobytes: those of a computer that answers day and night
     * come to gigabytes a year. The ledger itself keeps all entries.
     */
    static final int MONTHS_KEPT = 13;

    private static final String MONTH = "receipts-";
    private static final String LINES = ".jsonl";
    private static final Pattern MONTH_FILE =
            Pattern.compile(MONTH + "[0-9]{4}-(0[1-9]|1[0-2])" + Pattern.quote(LINES));
    private static final String CHECKPOINT = "checkpoint.txt";
    private static final String ANSWERED = "answered" + LINES;
    private static final String EVIDENCE = "fork-";
    private static final String ROLLBACK = "rolled-back.txt";
    private static final int ANSWERED_BYTES = 1_024;
    private static final int MOST_EVIDENCE = 16;
    private static final Logger LOG = LoggerFactory.getLogger(ReceiptFolder.class);

    private final Path folder;

    /** A folder that may be missing: then nothing is kept. */
    ReceiptFolder(Path folder) {
        this.folder = folder;
    }

    /** Makes it where it is missing. */
    ReceiptFolder create() throws IOException {
        PrivateFiles.createFolder(folder);
        return this;
    }

    /** The newest checkpoint that was kept, as a note. */
    Optional<String> checkpoint() throws IOException {
        return PrivateFiles.read(folder.resolve(CHECKPOINT));
    }

    /** Where it is; whether or not it can be read. */
    Path checkpointFile() {
        return folder.resolve(CHECKPOINT);
    }

    boolean hasCheckpoint() {
        return Files.exists(checkpointFile());
    }

    /** Keeps a batch, then its checkpoint: should the computer stop in between, the network sends the batch once more. */
    void keep(KeptBatch kept) throws IOException {
        YearMonth month = YearMonth.from(Instant.ofEpochMilli(kept.at()).atOffset(ZoneOffset.UTC));
        if (!kept.batch().receipts().isEmpty()) {
            new LineFile(folder.resolve(MONTH + month + LINES))
                    .append(JsonCodec.encodeToString(kept), StandardOpenOption.DSYNC);
        }
        PrivateFiles.write(folder.resolve(CHECKPOINT), kept.batch().checkpoint());
        for (Path file : months()) {
            if (month(file).isBefore(month.minusMonths(MONTHS_KEPT))) {
                Files.delete(file);
            }
        }
    }

    /** The files with receipts, the oldest first. What somebody put beside them, as a copy, is none. */
    List<Path> months() throws IOException {
        return named(MONTH_FILE.asMatchPredicate());
    }

    /** The oldest month of which there are receipts. */
    Optional<YearMonth> since() throws IOException {
        return months().stream().findFirst().map(ReceiptFolder::month);
    }

    private static YearMonth month(Path file) {
        String name = file.getFileName().toString();
        return YearMonth.parse(name.substring(MONTH.length(), name.length() - LINES.length()));
    }

    private List<Path> named(Predicate<String> wanted) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> wanted.test(file.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    /**
     * Hands out the batches of a file, in the order they came. What a power cut left of the last line is passed over: the next line takes its
     * place, and the network sends that batch once more.
     *
     * @return numbers of the other lines that cannot be read, from 1
     */
    List<Integer> read(Path month, Reader reader) throws IOException {
        List<Integer> unreadable = new ArrayList<>();
        boolean isCut = !new LineFile(month).endsLine();
        try (BufferedReader lines = lenient(month)) {
            int number = 1;
            String line = lines.readLine();
            while (line != null) {
                String next = lines.readLine();
                Optional<KeptBatch> kept = decoded(line);
                kept.ifPresent(reader::read);
                if (kept.isEmpty() && !(isCut && next == null)) {
                    unreadable.add(number);
                }
                line = next;
                number++;
            }
        }
        return unreadable;
    }

    private static Optional<KeptBatch> decoded(String line) {
        try {
            return Optional.of(JsonCodec.decode(line, KeptBatch.class, Limit.WORKER_MESSAGE_BYTES.value()));
        } catch (WireException e) {
            return Optional.empty();
        }
    }

    /** Bytes that are no UTF-8 spoil their own line, not the whole file. */
    private static BufferedReader lenient(Path file) throws IOException {
        return new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
    }

    /** Takes a batch. */
    @FunctionalInterface
    interface Reader {

        void read(KeptBatch kept);
    }

    /** One more answer. Its loss in a crash costs no more than a hint that a receipt is missing. */
    void answered(Answered answer) throws IOException {
        new LineFile(folder.resolve(ANSWERED)).append(JsonCodec.encodeToString(answer));
    }

    /** A line that cannot be read was cut off by a crash. */
    List<Answered> answered() throws IOException {
        Path file = folder.resolve(ANSWERED);
        List<Answered> answers = new ArrayList<>();
        if (Files.exists(file)) {
            try (BufferedReader lines = lenient(file)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    try {
                        answers.add(JsonCodec.decode(line, Answered.class, ANSWERED_BYTES));
                    } catch (WireException e) {
                        LOG.warn("a line of {} cannot be read and is left out", ANSWERED);
                    }
                }
            }
        }
        return answers;
    }

    /** These alone have no receipt. */
    void rewriteAnswered(Collection<Answered> answers) throws IOException {
        StringBuilder lines = new StringBuilder();
        answers.forEach(answer -> lines.append(JsonCodec.encodeToString(answer)).append('\n'));
        PrivateFiles.write(folder.resolve(ANSWERED), lines.toString());
    }

    /** Two signed checkpoints that cannot both be of one ledger: whoever sees them knows that the network lied. The first few say it all. */
    void keepEvidence(String known, String shown, Instant now) throws IOException {
        if (evidence() >= MOST_EVIDENCE) {
            return;
        }
        PrivateFiles.write(folder.resolve(EVIDENCE + now.toEpochMilli() + ".txt"), known + "\n" + shown);
    }

    /** The newest checkpoint, and one of fewer entries that was shown after it: the last one says it all. */
    void keepRollback(String known, String shown) throws IOException {
        PrivateFiles.write(folder.resolve(ROLLBACK), known + "\n" + shown);
    }

    boolean hasRollback() {
        return Files.exists(folder.resolve(ROLLBACK));
    }

    /** The ledger goes on from what it was. */
    void endRollback() throws IOException {
        Files.deleteIfExists(folder.resolve(ROLLBACK));
    }

    /** How often evidence was found. */
    int evidence() throws IOException {
        return named(name -> name.startsWith(EVIDENCE)).size();
    }
}
