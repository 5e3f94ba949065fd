/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
/** Request and response records of the HTTP API, problems with stable codes, and the one table of limits. */
@NullMarked
package com.noragentia.helios.protocol.api;

import org.jspecify.annotations.NullMarked;
