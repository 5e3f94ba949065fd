/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.attachment;

/** A picture from the clipboard: one {@code int} a pixel, row by row, 0xAARRGGBB. */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record Pixels(int width, int height, int[] argb) {}
