/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
/** The worker's session: connect, prove the device's key, host what is assigned, run leases. No JavaFX, nothing of the desktop. */
@NullMarked
package com.noragentia.helios.worker.agent;

import org.jspecify.annotations.NullMarked;
