/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
/** Shared by every window: theme, zoom, live words, small controls. */
@NullMarked
package com.noragentia.helios.desktop.ui;

import org.jspecify.annotations.NullMarked;
