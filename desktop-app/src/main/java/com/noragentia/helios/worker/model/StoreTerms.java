/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.model;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.random.RandomGenerator;

/** What a store goes by: its limits, time and chance. */
record StoreTerms(StoreLimits limits, Clock clock, Waiting waiting, RandomGenerator random) {

    static StoreTerms usual(StoreLimits limits) {
        return new StoreTerms(limits, Clock.systemUTC(), Waiting.real(), new SecureRandom());
    }
}
