/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
/** May this computer work for others now? One {@code WorkerState}, one phrase for each reason, a fixed precedence. */
@NullMarked
package com.noragentia.helios.worker.policy;

import org.jspecify.annotations.NullMarked;
