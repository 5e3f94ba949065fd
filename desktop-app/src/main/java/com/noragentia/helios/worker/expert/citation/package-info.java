/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
/**
 * What a language model claims of passages, sentence by sentence: each is checked against the passage it names before anybody sees it, and shown with
 * the words it rests on. Nothing here knows of models.
 */
@NullMarked
package com.noragentia.helios.worker.expert.citation;

import org.jspecify.annotations.NullMarked;
