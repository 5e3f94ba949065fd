/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.api;

import java.util.List;

/** The caller's API tokens, the newest first: {@code GET /api/v1/me/tokens}, scope {@code manage}. */
public record ApiTokenList(List<ApiTokenSummary> tokens) {}
