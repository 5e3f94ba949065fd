/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.api;

import java.time.Instant;

/**
 * A one-time code with which another device joins the same member ({@code POST /api/v1/me/enrolment-codes}, scope {@code manage}), or with which
 * somebody else becomes a new member ({@code POST /api/v1/me/invitations}, the same; who invited whom is remembered).
 */
public record EnrolmentCode(String code, Instant expiresAt) {}
