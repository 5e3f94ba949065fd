/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
/** Starts, watches and stops the orchestrator and the worker of this computer as child processes. */
@NullMarked
package com.noragentia.helios.desktop.supervisor;

import org.jspecify.annotations.NullMarked;
