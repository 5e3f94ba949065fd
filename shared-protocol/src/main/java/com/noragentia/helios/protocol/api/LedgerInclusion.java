/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.api;

import com.noragentia.helios.protocol.crypto.InclusionProof;

/**
 * Answer to {@code GET /api/v1/ledger/proofs/inclusion?index=N}. The rest of the ledger's public routes answer with text:
 * {@code /api/v1/ledger/checkpoint} (a signed note), {@code /key} (of who signs it), {@code /entries?from=N&count=N} (one a line), {@code
 * /export} (everything); {@code /proofs/consistency?from=N&to=N} with a {@code ConsistencyProof}.
 *
 * @param entry its canonical form, whose leaf hash is proven
 * @param proof that it stands in the tree
 * @param checkpoint the newest, as a signed note; of the proof's tree unless another size was asked for
 */
public record LedgerInclusion(String entry, InclusionProof proof, String checkpoint) {}
