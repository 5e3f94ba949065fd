/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.api;

/**
 * Deletes the account for good: {@code DELETE /api/v1/me} with this as body, scope {@code manage}, answered by 204. Devices, tokens and
 * names go at once; jobs and files go by themselves, 20 minutes after their end; the ledger keeps entries under a pseudonym that nobody can
 * tie to the member any more.
 *
 * @param nonce of a challenge issued to the calling device
 * @param proof its signature over {@link com.noragentia.helios.protocol.crypto.Proofs#deletion}: a stolen token is not enough
 */
public record AccountDeletion(String nonce, String proof) {}
