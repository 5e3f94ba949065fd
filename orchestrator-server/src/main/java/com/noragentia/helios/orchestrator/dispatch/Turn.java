/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

/**
 * A ticket's place in its member's flow.
 *
 * @param number orders the tickets of a flow, and flows with equal tags: smaller goes first
 * @param paid whether it was charged before, for a lease that came to nothing
 */
record Turn(Flow flow, Ticket ticket, long number, boolean paid) {}
