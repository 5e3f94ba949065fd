/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
/** What a member asks and what an expert answers: one input and one output for each expert. */
@NullMarked
package com.noragentia.helios.protocol.task;

import org.jspecify.annotations.NullMarked;
