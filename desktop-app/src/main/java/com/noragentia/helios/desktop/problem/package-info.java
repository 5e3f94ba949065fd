/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
/** Why a question waits, in words people read, saying what to do. */
@NullMarked
package com.noragentia.helios.desktop.problem;

import org.jspecify.annotations.NullMarked;
