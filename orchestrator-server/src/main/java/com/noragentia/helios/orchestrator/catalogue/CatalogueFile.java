/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.catalogue;

import com.noragentia.helios.protocol.model.ModelManifest;
import java.util.List;

/** The form of a catalogue file: every model on offer, the preferred one of an expert first. */
record CatalogueFile(List<ModelManifest> models) {}
