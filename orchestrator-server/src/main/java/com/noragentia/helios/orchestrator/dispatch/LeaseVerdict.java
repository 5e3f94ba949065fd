/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

/** What becomes of a lease that a worker brings back after a reconnect: go on from {@code nextIndex}, or drop it. */
public record LeaseVerdict(String lease, boolean goOn, int nextIndex) {}
