/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything the orchestrator keeps of a member: {@code GET /api/v1/me/export}, scope {@code manage}.
 *
 * @param version of this format: 1
 * @param invitedBy the member whose invitation brought this one in; null if none did, or that one has gone
 * @param recoveryKey the public recovery key; null without one
 * @param parts what other concerns keep, by their name, such as {@code jobs} or {@code ledger}
 */
public record AccountExport(
        int version,
        Instant exportedAt,
        String member,
        Instant createdAt,
        @Nullable String invitedBy,
        @Nullable String recoveryKey,
        List<DeviceSummary> devices,
        List<ApiTokenSummary> tokens,
        Map<String, Object> parts) {}
