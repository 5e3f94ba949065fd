/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
/**
 * The document expert on a language model: what of the documents it is given to read, what it is asked to write, and how long documents are brought
 * down to what fits. What it writes is shown only as far as {@link com.noragentia.helios.worker.expert.citation} finds it in the documents.
 */
@NullMarked
package com.noragentia.helios.worker.expert.reading;

import org.jspecify.annotations.NullMarked;
