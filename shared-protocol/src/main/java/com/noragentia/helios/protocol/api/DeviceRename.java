/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.api;

/**
 * A new name for one of the caller's devices: {@code PATCH /api/v1/me/devices/{device}}, scope {@code manage}, answered by
 * {@link DeviceSummary}. To revoke a device: {@code DELETE} at the same address, answered by 204; its tokens and its session as a worker end at
 * once, and its key is never taken again. The last device cannot be revoked ({@code last-device}) unless there is a recovery key.
 *
 * @param name 1 to 100 printable characters
 */
public record DeviceRename(String name) {}
