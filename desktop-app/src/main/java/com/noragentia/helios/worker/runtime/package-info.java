/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
/** ONNX sessions, tokenizers and the memory they may take. Everything native is owned and closed here. */
@NullMarked
package com.noragentia.helios.worker.runtime;

import org.jspecify.annotations.NullMarked;
