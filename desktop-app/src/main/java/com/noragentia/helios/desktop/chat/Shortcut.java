/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import javafx.scene.input.KeyCombination;

/**
 * Keys that do something wherever the focus is.
 *
 * @param name of what they do: {@code keys.<name>} in the words
 */
record Shortcut(String name, KeyCombination keys, Runnable action) {}
