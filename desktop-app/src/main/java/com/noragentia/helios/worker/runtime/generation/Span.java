/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

/**
 * Tokens that one sequence puts into a run.
 *
 * @param past how many of its tokens are in the cache
 * @param tokens those that follow
 */
@SuppressWarnings("ArrayRecordComponent") // a few numbers on their way to the graph
record Span(int past, int... tokens) {}
