/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
/**
 * Reads the text in pictures: the PP-OCR pipeline (Du et al. 2020) in plain Java on ONNX Runtime. {@code worker.extract} decodes, {@link
 * com.noragentia.helios.worker.expert.image.TextDetector} finds lines, {@link com.noragentia.helios.worker.expert.image.LineDirection} turns them the
 * right way up, {@link com.noragentia.helios.worker.expert.image.LineRecogniser} reads them, {@link
 * com.noragentia.helios.worker.expert.image.ReadingOrder} puts them in order.
 */
@NullMarked
package com.noragentia.helios.worker.expert.image;

import org.jspecify.annotations.NullMarked;
