/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.citation;

import java.util.List;

/**
 * A sentence that a model wrote, and the passages that it named for it.
 *
 * @param text without the numbers of passages; never blank
 * @param named numbers of passages as they were written, 1 for the first; there may be no such passage
 * @param beginsLine whether it stands on a line of its own
 * @param isListed whether that line is an item of a list
 */
record Claim(String text, List<Integer> named, boolean beginsLine, boolean isListed) {

    Claim {
        named = List.copyOf(named);
    }
}
