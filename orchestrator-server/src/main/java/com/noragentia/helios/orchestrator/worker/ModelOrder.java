/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.worker;

import com.noragentia.helios.protocol.model.SignedManifest;
import com.noragentia.helios.protocol.task.Expert;
import java.util.Set;

/** A model that a worker is to host. {@code namedOnly} tells whether it serves only those who name it. */
public record ModelOrder(String model, Set<Expert> experts, SignedManifest manifest, boolean namedOnly) {}
