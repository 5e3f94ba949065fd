/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.placement;

import java.util.List;

/** The order that a device host a model, after giving up others whose memory that needs; running tasks are finished first. */
public record Move(String device, List<String> release, String host) {}
