/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
/** Pixels out of untrusted pictures. Runs in the throw-away child process of {@code worker.extract}; only {@code Picture}s leave it. */
@NullMarked
package com.noragentia.helios.worker.extract.picture;

import org.jspecify.annotations.NullMarked;
