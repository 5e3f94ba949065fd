/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
/** What a member needs beyond one device: a recovery key, on paper as 24 words or in a file under a passphrase. */
@NullMarked
package com.noragentia.helios.desktop.account;

import org.jspecify.annotations.NullMarked;
