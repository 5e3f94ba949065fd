/** The data source, its numbered migrations and its transactions: one writer with group commit, many readers. */
@NullMarked
package com.noragentia.helios.orchestrator.store;

import org.jspecify.annotations.NullMarked;
