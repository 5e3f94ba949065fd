/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.member;

/** The body of {@code POST /api/v1/challenges}: who wants to prove its key. */
record ChallengeRequest(String device) {}
