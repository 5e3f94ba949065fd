/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
/**
 * Models that look at pictures, on ONNX Runtime: {@link com.noragentia.helios.worker.runtime.seeing.CaptioningModel} says what one shows, {@link
 * com.noragentia.helios.worker.runtime.seeing.DetectionModel} finds the things in it.
 */
@NullMarked
package com.noragentia.helios.worker.runtime.seeing;

import org.jspecify.annotations.NullMarked;
