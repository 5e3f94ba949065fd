/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import java.time.Instant;
import java.util.Optional;

/**
 * What came of checking a device, by whatever means.
 *
 * @param id of the check; the same twice counts once
 * @param device that was checked
 * @param owner its member
 * @param model whose answer was checked
 * @param passed whether the answer was right
 * @param auditor the member whose device judged it; empty where the orchestrator did
 */
public record AuditResult(
        String id, String device, String owner, String model, boolean passed, Instant at, Optional<String> auditor) {

    /** One that the orchestrator judged. */
    public AuditResult(String id, String device, String owner, String model, boolean passed, Instant at) {
        this(id, device, owner, model, passed, at, Optional.empty());
    }
}
