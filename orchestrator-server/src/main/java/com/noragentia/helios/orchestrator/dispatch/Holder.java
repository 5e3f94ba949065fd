/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

/**
 * Who has a lease.
 *
 * @param device id of the worker's device
 * @param member the device's owner
 * @param name what people call the device
 * @param session the worker's session in which it was given or taken up again
 */
public record Holder(String device, String member, String name, String session) {}
