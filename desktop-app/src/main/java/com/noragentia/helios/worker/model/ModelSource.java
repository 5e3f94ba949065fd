/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.model;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

/** Somewhere model files come from. What it gives is not trusted: the store checks length and hash. Thread-safe. */
public interface ModelSource {

    /** Whether it knows addresses like this one. */
    boolean serves(URI address);

    /** The content from its first byte; the caller closes it. */
    InputStream open(URI address) throws IOException;
}
