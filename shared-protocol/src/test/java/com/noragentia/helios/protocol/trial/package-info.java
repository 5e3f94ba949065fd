/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
/** What tests of all programs share. */
@NullMarked
package com.noragentia.helios.protocol.trial;

import org.jspecify.annotations.NullMarked;
