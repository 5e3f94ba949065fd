/** Members and their devices: enrolment by one-time code, challenge and response, opaque tokens. */
@NullMarked
package com.noragentia.helios.orchestrator.member;

import org.jspecify.annotations.NullMarked;
