/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
/** Texts to vectors. */
@NullMarked
package com.noragentia.helios.worker.expert.embedding;

import org.jspecify.annotations.NullMarked;
