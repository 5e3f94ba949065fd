/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
/** What this computer gave and earned, in words. */
@NullMarked
package com.noragentia.helios.desktop.contribution;

import org.jspecify.annotations.NullMarked;
