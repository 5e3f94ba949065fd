/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.api;

import com.noragentia.helios.protocol.model.SignedManifest;
import java.util.List;

/** {@code GET /api/v1/models}: every model that the network offers, the preferred one of an expert first. Each is checked by its own signature. */
public record ModelsOnOffer(List<SignedManifest> models) {}
