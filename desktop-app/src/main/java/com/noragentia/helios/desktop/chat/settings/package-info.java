/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
/** The settings: a window with what the member may choose about the windows and about this computer's worker. */
@NullMarked
package com.noragentia.helios.desktop.chat.settings;

import org.jspecify.annotations.NullMarked;
