/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
/** The model files on this computer: fetched, verified against their hashes, kept, removed. */
@NullMarked
package com.noragentia.helios.worker.model;

import org.jspecify.annotations.NullMarked;
