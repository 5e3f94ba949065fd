/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
/** Plain calls to the orchestrator's HTTP API that window and worker share: one request, one answer or one problem. */
@NullMarked
package com.noragentia.helios.connection;

import org.jspecify.annotations.NullMarked;
