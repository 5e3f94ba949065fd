/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
/** The command line and the wiring of the desktop program. */
@NullMarked
package com.noragentia.helios.desktop.app;

import org.jspecify.annotations.NullMarked;
