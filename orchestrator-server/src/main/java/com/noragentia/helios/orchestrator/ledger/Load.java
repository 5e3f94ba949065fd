/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

/**
 * What a member has asked already.
 *
 * @param jobsToday accepted for other members' computers since midnight UTC
 * @param jobsUnderWay that have not ended
 */
public record Load(int jobsToday, int jobsUnderWay) {}
