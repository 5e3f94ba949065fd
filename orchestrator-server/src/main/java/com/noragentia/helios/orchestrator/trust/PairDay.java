/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

/**
 * What one member's devices did for another on one day.
 *
 * @param day since 1970, UTC
 * @param owner of the devices that answered
 * @param tasks answered
 * @param micros earned, in millionths of a credit
 */
record PairDay(long day, String requester, String owner, long tasks, long micros) {}
