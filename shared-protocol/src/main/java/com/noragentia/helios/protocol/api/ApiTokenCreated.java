/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.api;

/**
 * A new API token. This is the only time its secret is told: the orchestrator keeps a hash.
 *
 * @param token the secret, to be sent as {@code Authorization: Bearer}
 */
public record ApiTokenCreated(String token, ApiTokenSummary summary) {

    /** Hides the secret from logs. */
    @Override
    public String toString() {
        return "ApiTokenCreated[token=…, summary=" + summary + "]";
    }
}
