/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
/** The icon in the tray of the desktop: how it looks, and the two ways to get one there. Knows nothing of JavaFX. */
@NullMarked
package com.noragentia.helios.desktop.tray;

import org.jspecify.annotations.NullMarked;
