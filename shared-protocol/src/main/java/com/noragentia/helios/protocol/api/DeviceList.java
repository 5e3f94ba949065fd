/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.api;

import java.util.List;

/** The caller's devices, those revoked in the end: {@code GET /api/v1/me/devices}, scope {@code read}. */
public record DeviceList(List<DeviceSummary> devices) {}
