/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
/** Files on their way into a question: one intake for chooser, drag-and-drop and paste. */
@NullMarked
package com.noragentia.helios.desktop.chat.attachment;

import org.jspecify.annotations.NullMarked;
