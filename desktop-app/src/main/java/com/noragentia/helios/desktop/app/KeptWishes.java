/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import com.noragentia.helios.worker.policy.PolicyFiles;
import com.noragentia.helios.worker.policy.Wish;
import java.io.IOException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passes wishes on to the worker of this computer by the file that it reads. Thread-safe. */
record KeptWishes(PolicyFiles files) implements Consumer<Wish> {

    private static final Logger LOG = LoggerFactory.getLogger(KeptWishes.class);

    @Override
    public void accept(Wish wish) {
        try {
            files.wish(wish);
        } catch (IOException e) {
            LOG.warn("the worker does not hear what is wished of it", e);
        }
    }
}
