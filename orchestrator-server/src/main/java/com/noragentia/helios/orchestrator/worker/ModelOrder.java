/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.worker;

import com.noragentia.helios.protocol.model.SignedManifest;
import com.noragentia.helios.protocol.task.Expert;
import java.util.Set;

/**
 * A model that a worker is to host.
 *
 * @param namedOnly whether it serves only those who name it
 * @param rank among models of the same expert: of those with a hand free, the ones of the smallest rank answer
 * @param writes whether it is a language model, which writes several answers in one run
 */
public record ModelOrder(
        String model, Set<Expert> experts, SignedManifest manifest, boolean namedOnly, int rank, boolean writes) {

    /** Whether the same model comes with another manifest now. */
    boolean isReplacedBy(ModelOrder now) {
        return model.equals(now.model())
                && !manifest.manifest().equals(now.manifest().manifest());
    }
}
