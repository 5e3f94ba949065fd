/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
/** Runs the built programs as people do: through the front door, as processes, on real files. */
@NullMarked
package com.noragentia.helios.endtoend;

import org.jspecify.annotations.NullMarked;
