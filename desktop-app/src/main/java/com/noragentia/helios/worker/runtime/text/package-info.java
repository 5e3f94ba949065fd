/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
/** Between text and tokens: tokenizers, chat templates, pieces of text that never break a character. */
@NullMarked
package com.noragentia.helios.worker.runtime.text;

import org.jspecify.annotations.NullMarked;
