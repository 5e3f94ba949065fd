/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.history;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * One question and its answer.
 *
 * @param parent the exchange before it; none for a first one
 * @param answer as it was written, markdown and all; what had come of it if it did not end well
 * @param outcome none if Helios ended while it was being answered
 */
public record SavedExchange(
        long id, OptionalLong parent, SavedQuestion question, String answer, Optional<Outcome> outcome) {}
