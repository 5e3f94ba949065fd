/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.history;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * A chat as the list shows it.
 *
 * @param folder the one it lies in, if any
 * @param changedAt when something was last asked or answered in it
 */
public record ChatEntry(long id, String title, boolean isPinned, OptionalLong folder, Instant changedAt) {}
