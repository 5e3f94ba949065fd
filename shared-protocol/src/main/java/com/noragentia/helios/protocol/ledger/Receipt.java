/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.ledger;

import com.noragentia.helios.protocol.crypto.InclusionProof;
import com.noragentia.helios.protocol.crypto.TreeHash;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Shows a device that an entry which concerns it stands in the ledger.
 *
 * @param entry its canonical form
 * @param path of the {@link InclusionProof} under the checkpoint it comes with
 */
public record Receipt(String entry, List<TreeHash> path) {

    public Receipt {
        path = List.copyOf(path);
    }

    /** The hash of the entry as a leaf. */
    public TreeHash leaf() {
        return TreeHash.leaf(entry.getBytes(StandardCharsets.UTF_8));
    }
}
