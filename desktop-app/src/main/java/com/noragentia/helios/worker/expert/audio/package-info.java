/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
/**
 * What hears speech. {@link com.noragentia.helios.worker.expert.audio.AudioExpert} finds where somebody speaks ({@link
 * com.noragentia.helios.worker.expert.audio.VoiceActivity}), cuts that into windows ({@link com.noragentia.helios.worker.expert.audio.WindowCutter}),
 * has a model hear each, and puts what it heard together ({@link com.noragentia.helios.worker.expert.audio.Stitching}). {@link
 * com.noragentia.helios.worker.expert.audio.LogMel} turns a sound into the picture that models of the Whisper kind (Radford et al. 2022) take.
 */
@NullMarked
package com.noragentia.helios.worker.expert.audio;

import org.jspecify.annotations.NullMarked;
