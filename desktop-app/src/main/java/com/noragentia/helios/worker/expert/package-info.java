/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
/** What every expert is to the worker: a loaded model that answers tasks. */
@NullMarked
package com.noragentia.helios.worker.expert;

import org.jspecify.annotations.NullMarked;
