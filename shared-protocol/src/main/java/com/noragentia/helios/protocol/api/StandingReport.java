/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.noragentia.helios.protocol.ledger.Credits;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a member may ask of other members' computers, and why: {@code GET /api/v1/me/standing}, with an access token, status 200. The member's
 * own computers serve it in any standing.
 *
 * @param open whether every member may ask here, whatever the standing
 * @param admitted whether a question would be accepted at this moment
 * @param refusal what a question would be told, where it would not
 * @param until when the tier ends, or where reputation is bad the refusal, if nothing is done; null where there is no such moment
 * @param grace whether the tier lasts only because what it takes was there a short time ago
 * @param next the tier that the missing requirements lead to; the present one where there is none higher
 * @param missing what {@code next} takes and is not there yet; in grace also what is to be won back
 * @param figures what the tier follows from
 * @param rights what the tier gives
 * @param jobEquivalent what a usual question costs in this network, for a measure of all amounts; null from an orchestrator older than this measure
 */
public record StandingReport(
        Tier tier,
        @JsonProperty("is_open") boolean open,
        @JsonProperty("is_admitted") boolean admitted,
        @Nullable ProblemCode refusal,
        @Nullable Instant until,
        @JsonProperty("is_in_grace") boolean grace,
        Tier next,
        List<Missing> missing,
        Figures figures,
        Rights rights,
        @Nullable Credits jobEquivalent) {

    /** A requirement that is not met: so much is there, so much is needed, in the unit of the requirement. */
    public record Missing(Requirement requirement, double have, double need) {}

    /**
     * The numbers of a member.
     *
     * @param checksPassed by its devices, ever
     * @param reputation 5 % lower bound, 0 to 1
     * @param recentAverage credits a day, with a half-life of seven days
     * @param lifetime earned and matured, ever
     * @param available matured and not kept back for questions under way; negative for debts
     * @param pending earned, not matured
     * @param jobsToday questions accepted for other members' computers since midnight UTC
     * @param jobsUnderWay questions that have not ended
     */
    public record Figures(
            long checksPassed,
            double reputation,
            Credits recentAverage,
            Credits lifetime,
            Credits available,
            Credits pending,
            Instant memberSince,
            int jobsToday,
            int jobsUnderWay) {}

    /**
     * What a tier gives.
     *
     * @param jobsPerDay questions for other members' computers from midnight to midnight UTC; null for any number
     * @param jobsAtOnce questions under way, those that wait included
     * @param debt how far below zero the balance may be when a question is asked
     * @param weight share of a busy network, beside others' weights
     */
    public record Rights(@Nullable Integer jobsPerDay, int jobsAtOnce, Credits debt, double weight) {}
}
