/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
/** The generation loop of causal language models, straight on ONNX Runtime. */
@NullMarked
package com.noragentia.helios.worker.runtime.generation;

import org.jspecify.annotations.NullMarked;
