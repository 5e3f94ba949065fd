/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime;

import com.noragentia.helios.worker.expert.ModelFailure;

/** Runtimes for tests. */
final class Runtimes {

    private Runtimes() {}

    static OnnxRuntime roomy() throws ModelFailure {
        return OnnxRuntime.start(2, new MemoryBudget(1_000_000_000));
    }
}
