/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
/** How much there is to do in a text or a file: tokens, pages, seconds, pictures, counted alike by whoever has it. */
@NullMarked
package com.noragentia.helios.protocol.extent;

import org.jspecify.annotations.NullMarked;
