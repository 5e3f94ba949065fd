/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
/** What the books of the network say, in a form that any third party can read and check: credits, accounts, entries. */
@NullMarked
package com.noragentia.helios.protocol.ledger;

import org.jspecify.annotations.NullMarked;
