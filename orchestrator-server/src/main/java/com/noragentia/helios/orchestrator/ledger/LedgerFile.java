/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.crypto.SignedCheckpoint;
import com.noragentia.helios.protocol.crypto.SignedNote;
import com.noragentia.helios.protocol.crypto.VerifyingKey;
import com.noragentia.helios.protocol.ledger.LedgerEntry;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A ledger that was exported: a heading with the server's key, one entry a line, an empty line, and the newest checkpoint. The checkpoint's
 * origin is the fingerprint of the key, so that whoever knows the server's id knows whether it is the right key. Not thread-safe.
 */
public final class LedgerFile implements LedgerSource {

    private static final String HEADING = "helios-ledger-1 ";

    private final Path file;
    private LineReader lines;
    private final String note;
    private final VerifyingKey key;
    private long index;
    private boolean isOver;

    /**
     * Opens one.
     *
     * @throws NotALedger if it is not such a file
     * @throws IOException if it cannot be read
     */
    public LedgerFile(Path file) throws IOException {
        this.file = file;
        this.note = lastNote(file);
        this.lines = open(file);
        try {
            this.key = key(new String(lines.next(), StandardCharsets.UTF_8));
        } catch (IOException | IllegalArgumentException e) {
            lines.close();
            throw new NotALedger(file, e);
        }
    }

    private static LineReader open(Path file) throws IOException {
        return new LineReader(Files.newInputStream(file), LedgerEntry.MAX_BYTES + 1);
    }

    /** Gives canonical forms of entries, in order. */
    @FunctionalInterface
    interface Pages {

        /** At most so many from this one on, before {@code end}. */
        List<String> entries(long from, long end, int most);
    }

    /** Writes all that is under the newest checkpoint. */
    static void write(OutputStream out, LedgerLog log, VerifyingKey key) throws IOException {
        write(out, key, log.checkpoint(), log::entries);
    }

    /** Writes all that is under a checkpoint. */
    static void write(OutputStream out, VerifyingKey key, SignedCheckpoint checkpoint, Pages pages) throws IOException {
        write(out, HEADING + key.encoded() + "\n");
        for (long next = 0; next < checkpoint.size(); next += Limit.LEDGER_ENTRIES.value()) {
            List<String> entries = pages.entries(next, checkpoint.size(), Limit.LEDGER_ENTRIES.intValue());
            write(out, String.join("\n", entries) + "\n");
        }
        write(out, "\n" + checkpoint.note());
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static VerifyingKey key(String heading) throws IOException {
        if (!heading.startsWith(HEADING)) {
            throw new IOException("no heading");
        }
        return VerifyingKey.decode(heading.substring(HEADING.length()));
    }

    @Override
    public List<Line> next() throws IOException {
        List<Line> read = new ArrayList<>(LINES_AT_ONCE);
        while (!isOver && read.size() < LINES_AT_ONCE) {
            byte[] line = lines.next();
            isOver = line.length == 0;
            if (!isOver) {
                read.add(new Line(index, "", line));
                index++;
            }
        }
        return read;
    }

    @Override
    public void rewind() throws IOException {
        lines.close();
        lines = open(file);
        lines.next(); // the heading
        index = 0;
        isOver = false;
    }

    /** What follows the first empty line near the end; entries have none within. Nothing, which is no checkpoint, where there is none. */
    private static String lastNote(Path file) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            ByteBuffer end = ByteBuffer.allocate((int) Math.min(SignedNote.MAX_CHARACTERS, channel.size()));
            channel.position(channel.size() - end.capacity());
            while (end.hasRemaining() && channel.read(end) >= 0) {}
            String text = new String(end.array(), 0, end.position(), StandardCharsets.UTF_8);
            int gap = text.indexOf("\n\n");
            return gap < 0 ? "" : text.substring(gap + 2);
        }
    }

    @Override
    public List<String> checkpoints() {
        return List.of(note);
    }

    @Override
    public Optional<byte[]> tile(int level, long tile) {
        return Optional.empty();
    }

    @Override
    public Optional<VerifyingKey> key() {
        return Optional.of(key);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
