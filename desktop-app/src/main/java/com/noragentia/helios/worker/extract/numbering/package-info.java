/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
/** The numbers and marks that Word writes before the paragraphs of lists, which stand nowhere in the text (ISO/IEC 29500-1, 17.9). */
@NullMarked
package com.noragentia.helios.worker.extract.numbering;

import org.jspecify.annotations.NullMarked;
