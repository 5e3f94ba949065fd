/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
/** The place where the operating system keeps a user's secrets, and the honest answer where there is none. */
@NullMarked
package com.noragentia.helios.keyring;

import org.jspecify.annotations.NullMarked;
