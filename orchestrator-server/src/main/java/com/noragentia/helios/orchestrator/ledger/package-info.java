/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
/** The books: who contributed what, what it is worth, and what follows from it for whoever asks. */
@NullMarked
package com.noragentia.helios.orchestrator.ledger;

import org.jspecify.annotations.NullMarked;
