/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
/**
 * Models of the Whisper kind (Radford et al. 2022) on ONNX Runtime: {@link com.noragentia.helios.worker.runtime.listening.ListeningModel} turns the
 * log-mel picture of a window of sound into words with times.
 */
@NullMarked
package com.noragentia.helios.worker.runtime.listening;

import org.jspecify.annotations.NullMarked;
