/** The WebSocket sessions of workers; the only place that speaks the protocol's {@code message}. */
@NullMarked
package com.noragentia.helios.orchestrator.worker;

import org.jspecify.annotations.NullMarked;
