/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
/** What this computer can prove that it earned: receipts from the network's ledger, checked, kept and signed. */
@NullMarked
package com.noragentia.helios.worker.receipt;

import org.jspecify.annotations.NullMarked;
