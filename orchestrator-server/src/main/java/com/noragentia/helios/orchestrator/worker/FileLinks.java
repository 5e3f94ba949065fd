/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.worker;

import java.net.URI;

/** Makes the link with which a worker fetches an attachment for a lease. */
@FunctionalInterface
public interface FileLinks {

    URI link(String sha256, String lease);
}
