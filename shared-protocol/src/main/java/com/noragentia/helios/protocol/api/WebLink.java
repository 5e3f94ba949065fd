/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.api;

import java.time.Instant;

/**
 * A link that opens the member's web pages in a browser on this computer: {@code POST /api/v1/me/web-links}, scope {@code manage}.
 * It is good once, for a minute; the browser gets a cookie in exchange (HttpOnly, SameSite=Strict) that lives 12 hours and dies with
 * the device, or by {@code DELETE /api/v1/me/web-session}.
 *
 * @param path relative to the orchestrator's address, with the secret in it
 */
public record WebLink(String path, Instant expiresAt) {

    /** Hides the secret from logs. */
    @Override
    public String toString() {
        return "WebLink[path=…, expiresAt=" + expiresAt + "]";
    }
}
