/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
/** The JSON codec, with its limits. */
@NullMarked
package com.noragentia.helios.protocol.wire;

import org.jspecify.annotations.NullMarked;
