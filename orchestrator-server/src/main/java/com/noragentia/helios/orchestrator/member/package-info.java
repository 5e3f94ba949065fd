/**
 * Members and their devices: enrolment by one-time code or puzzle, challenge and response, opaque tokens with scopes, web sessions,
 * recovery, export and deletion.
 */
@NullMarked
package com.noragentia.helios.orchestrator.member;

import org.jspecify.annotations.NullMarked;
