/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.api;

/**
 * What an enrolled device keeps.
 *
 * @param member id of the account it belongs to
 * @param device its own id, derived from its key
 * @param serverKey the orchestrator's Ed25519 key in base64url; manifests and receipts are checked with it from now on
 */
public record EnrolmentGranted(String member, String device, String serverKey) {}
