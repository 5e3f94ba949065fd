/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
/** What the computer tells of itself: whether somebody uses it, what others compute, power, memory, heat. Each reading may be unknown. */
@NullMarked
package com.noragentia.helios.computer;

import org.jspecify.annotations.NullMarked;
