/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.receipt;

import com.noragentia.helios.installation.DeviceKey;
import com.noragentia.helios.protocol.crypto.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A device that earns under a small ledger, and keeps receipts of it. */
abstract class ReceiptFixture {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    final SigningKey server = SigningKey.generate(new SecureRandom());
    final SigningKey device = SigningKey.generate(new SecureRandom());
    final SmallLedger ledger = new SmallLedger(server);

    @TempDir
    Path folder;

    @BeforeEach
    void earn() {
        for (int i = 0; i < 7; i++) {
            ledger.task(i % 2 == 0 ? SmallLedger.DEVICE : SmallLedger.OTHER_DEVICE, "t-" + i, "l-" + i);
        }
    }

    ReceiptBook book() throws IOException {
        return bookAt(NOON);
    }

    ReceiptBook bookAt(Instant now) throws IOException {
        return new ReceiptBook(folder, server.verifyingKey(), DeviceKey.of(device), Clock.fixed(now, ZoneOffset.UTC));
    }

    /** A book of a device that remembers what it answered. */
    ReceiptBook bookOfWorker() throws IOException {
        ReceiptBook book = book();
        for (int i = 0; i < 7; i += 2) {
            book.answered("t-" + i, "l-" + i);
        }
        return book;
    }

    Path onlyMonth() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(path -> path.getFileName().toString().startsWith("receipts-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    ReceiptAudit.Findings audit() throws IOException {
        return ReceiptAudit.of(folder, server.verifyingKey(), new OwnKeys(device.verifyingKey(), List.of()));
    }
}
