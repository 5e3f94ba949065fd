/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.worker;

import java.net.InetAddress;

/** Hears where the workers of a member are. Must not wait. */
@FunctionalInterface
public interface Sightings {

    void seen(String member, InetAddress address);
}
