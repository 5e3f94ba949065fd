/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
/**
 * Merged decoders with a cache, as the public exports of encoder-decoder models have them: {@link
 * com.noragentia.helios.worker.runtime.decoding.DecoderRun} writes of what an encoder saw or heard, token by token.
 */
@NullMarked
package com.noragentia.helios.worker.runtime.decoding;

import org.jspecify.annotations.NullMarked;
