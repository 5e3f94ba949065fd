/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.member;

import java.time.Instant;

/** A token that is good: whose it is, and until when. */
record BearerToken(Caller caller, Instant expiresAt) {}
