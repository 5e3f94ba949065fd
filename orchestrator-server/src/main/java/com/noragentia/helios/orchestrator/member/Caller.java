/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.member;

/** Who makes a request: the member, through one of the member's devices. */
public record Caller(String member, String device) {}
