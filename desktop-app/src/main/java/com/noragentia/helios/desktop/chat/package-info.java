/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
/** The chat window: message list, composer, top bar. What it shows lives in {@code conversation} and {@code attachment}. */
@NullMarked
package com.noragentia.helios.desktop.chat;

import org.jspecify.annotations.NullMarked;
