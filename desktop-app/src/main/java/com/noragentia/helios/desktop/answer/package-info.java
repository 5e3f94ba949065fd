/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
/** What is to be known of an answer besides its words, in words; for window and command line. */
@NullMarked
package com.noragentia.helios.desktop.answer;

import org.jspecify.annotations.NullMarked;
