/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.catalogue;

import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.model.SignedManifest;

/** A model of the catalogue, as read and as workers get it. */
public record OfferedModel(ModelManifest manifest, SignedManifest signed) {}
