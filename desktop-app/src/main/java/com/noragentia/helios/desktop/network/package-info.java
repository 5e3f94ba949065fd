/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
/** The HTTP client of the orchestrator: uploads, jobs, events, reconnect. No JavaFX here. */
@NullMarked
package com.noragentia.helios.desktop.network;

import org.jspecify.annotations.NullMarked;
