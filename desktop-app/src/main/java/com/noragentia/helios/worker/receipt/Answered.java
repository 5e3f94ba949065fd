/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.receipt;

/**
 * A task that this computer answered.
 *
 * @param commitment by which the ledger names it
 * @param at epoch milliseconds
 */
record Answered(String commitment, long at) {}
