/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
/** Measures the generation loop beside others on the same computer in the same run: {@code ./helios bench inference}. */
@NullMarked
package com.noragentia.helios.worker.runtime.bench;

import org.jspecify.annotations.NullMarked;
