/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.api;

import java.util.Set;

/**
 * A token for another program: {@code POST /api/v1/me/tokens}, scope {@code manage}, answered by {@link ApiTokenCreated}. To revoke one:
 * {@code DELETE /api/v1/me/tokens/{id}}, answered by 204.
 *
 * @param label what the member calls it: 1 to 100 printable characters
 * @param scopes at least one of {@code ask} and {@code read}; {@code manage} is refused
 * @param days how long it is good: 1 to {@link Limit#API_TOKEN_DAYS}
 */
public record ApiTokenRequest(String label, Set<Scope> scopes, int days) {}
