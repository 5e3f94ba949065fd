/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.api;

/**
 * Work that somebody did to be let in.
 *
 * @param puzzle that of the {@link EnrolmentTerms}
 * @param solution what {@link com.noragentia.helios.protocol.crypto.Hashcash#solve} found for server, puzzle and key
 */
public record SolvedPuzzle(String puzzle, long solution) {}
