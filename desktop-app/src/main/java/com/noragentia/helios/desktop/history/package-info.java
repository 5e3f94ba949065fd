/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
/** Conversations on this computer: a SQLite file with full-text search. Everything here blocks; no JavaFX. */
@NullMarked
package com.noragentia.helios.desktop.history;

import org.jspecify.annotations.NullMarked;
