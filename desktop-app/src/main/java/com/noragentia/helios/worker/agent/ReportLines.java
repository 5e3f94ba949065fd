/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.protocol.wire.JsonCodec;
import java.io.PrintStream;
import java.util.function.Consumer;

/** Writes reports as lines of JSON. Thread-safe. */
final class ReportLines implements Consumer<WorkerReport> {

    private final PrintStream out;

    ReportLines(PrintStream out) {
        this.out = out;
    }

    @Override
    public synchronized void accept(WorkerReport report) {
        out.println(JsonCodec.encodeToString(report));
        out.flush();
    }
}
