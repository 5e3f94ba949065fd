/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import java.util.random.RandomGenerator;

/** Makes canaries for one expert: templates and random facts, so that none comes twice. Thread-safe. */
interface CanaryKind {

    /** Draws one. Its files, where it has any, are offered when this returns. */
    Canary draw(RandomGenerator random, CanaryFiles files);
}
