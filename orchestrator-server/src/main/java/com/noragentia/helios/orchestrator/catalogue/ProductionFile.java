/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.catalogue;

import java.util.List;

/** The form of {@code production.json}: models from a hub that may be pinned, the preferred one of an expert first. */
record ProductionFile(List<UnpinnedModel> models) {}
