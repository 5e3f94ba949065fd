/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.model;

import java.io.IOException;
import java.net.URI;

/** Somewhere model files come from. What it gives is not trusted: the store checks length and hash. Thread-safe. */
public interface ModelSource {

    /** Whether it knows addresses like this one. */
    boolean serves(URI address);

    /**
     * Whether it lies beyond a network: then it is asked again after a failure, and what it sends counts as transfer.
     */
    default boolean isRemote() {
        return false;
    }

    /**
     * The content, from where it broke off or from its first byte, as the source can; the caller closes it.
     *
     * @param begun what is here already
     * @throws NotOfferedException if asking again would not help
     * @throws TryLaterException if the source says when it would
     */
    Delivery open(URI address, Begun begun) throws IOException;
}
