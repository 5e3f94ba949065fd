/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.api;

/**
 * Who wants to prove its key: {@code POST /api/v1/challenges}.
 *
 * @param device id of an enrolled device, or fingerprint of a recovery key: 32 lower-case hex digits
 */
public record ChallengeRequest(String device) {}
