/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.task;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.noragentia.helios.protocol.api.Limit;

/**
 * One of several shares of the text of a document, cut between paragraphs, or of a recording, cut in pauses. They are about equally long; whoever
 * has the file finds the same cuts, so nobody needs to know how long it is before it is opened. Planned by the orchestrator, never asked by a member.
 *
 * @param number 1 for the first
 * @param of how many there are
 */
public record Share(int number, int of) {

    /** Whether there is such a share: what comes from outside may say anything. */
    @JsonIgnore
    public boolean isPossible() {
        return number >= 1 && number <= of && !Limit.PARTS_PER_JOB.isPassedBy(of);
    }

    /** What this share counts of the pages of its document, which is what is paid for it; all shares together count all pages. */
    public long countedOf(long pages) {
        return pages * number / of - pages * (number - 1) / of;
    }

    @JsonIgnore
    public boolean isFirst() {
        return number == 1;
    }

    @JsonIgnore
    public boolean isLast() {
        return number == of;
    }
}
