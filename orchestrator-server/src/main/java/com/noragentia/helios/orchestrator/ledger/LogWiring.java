/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.orchestrator.edge.Routes;
import com.noragentia.helios.orchestrator.store.Store;
import com.noragentia.helios.protocol.crypto.SigningKey;
import java.time.Clock;

/** Puts together what shows the ledger to others: its log, and the receipts. Thread-safe. */
public final class LogWiring {

    private final ReceiptDesk desk;
    private final LedgerLog log;
    private final ReceiptOffice receipts;
    private final Routes routes;

    /** @param key the server's own, which signs checkpoints */
    public LogWiring(Store store, SigningKey key, Clock clock) {
        this.desk = new ReceiptDesk(store, clock);
        this.log = new LedgerLog(store, key, clock, desk);
        this.receipts = new ReceiptOffice(log, desk);
        this.routes = new LogRoutes(log, key.verifyingKey());
    }

    public LedgerLog log() {
        return log;
    }

    public ReceiptOffice receipts() {
        return receipts;
    }

    /** To be called every hour or so: forgets receipts that nobody will sign. */
    public void forgetOld() {
        desk.forgetOld();
    }

    public Routes routes() {
        return routes;
    }
}
