/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
/** Device keys, signatures and hashes, where both sides and any third party can verify them. */
@NullMarked
package com.noragentia.helios.protocol.crypto;

import org.jspecify.annotations.NullMarked;
