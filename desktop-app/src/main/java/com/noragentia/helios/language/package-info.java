/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
/** The words people read: resource bundles, English and Spanish together. */
@NullMarked
package com.noragentia.helios.language;

import org.jspecify.annotations.NullMarked;
