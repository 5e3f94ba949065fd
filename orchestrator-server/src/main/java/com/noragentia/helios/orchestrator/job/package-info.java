/** What members ask: accepted durably, followed event by event, cancelled, expired, forgotten. */
@NullMarked
package com.noragentia.helios.orchestrator.job;

import org.jspecify.annotations.NullMarked;
