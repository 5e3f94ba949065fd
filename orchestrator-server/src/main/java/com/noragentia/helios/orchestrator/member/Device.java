/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.member;

import com.noragentia.helios.protocol.crypto.VerifyingKey;

/**
 * An enrolled installation.
 *
 * @param id fingerprint of its key
 * @param member id of its owner
 * @param name what people call it
 */
public record Device(String id, String member, String name, VerifyingKey key) {}
