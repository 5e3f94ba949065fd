/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import java.time.Instant;

/**
 * What came of checking a device, by whatever means.
 *
 * @param id of the check; the same twice counts once
 * @param device that was checked
 * @param owner its member
 * @param model whose answer was checked
 * @param passed whether the answer was right
 */
public record AuditResult(String id, String device, String owner, String model, boolean passed, Instant at) {}
