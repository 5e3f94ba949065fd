/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Why a waiting task did not go to a certain worker. Each task counts once, under the first of these that holds. */
public enum SkipReason {
    /** The worker takes no more tasks. */
    @JsonProperty("draining")
    DRAINING,
    /** The worker takes only tasks of its own member, as its owner needs the computer. */
    @JsonProperty("own_only")
    OWN_ONLY,
    /** It does not host a model of the expert that is asked for. */
    @JsonProperty("model_not_hosted")
    MODEL_NOT_HOSTED,
    /** It hosts such a model, which is still being loaded or probed. */
    @JsonProperty("model_not_ready")
    MODEL_NOT_READY,
    /** The task is longer than what the worker's model takes. */
    @JsonProperty("context_too_small")
    CONTEXT_TOO_SMALL,
    /** The task is for workers of higher standing. */
    @JsonProperty("untrusted")
    UNTRUSTED,
    /** The worker had this task before and could not. */
    @JsonProperty("failed_before")
    FAILED_BEFORE,
    /** The worker has its hands full. */
    @JsonProperty("busy")
    BUSY,
    /** Others are faster, or chance fell on another. */
    @JsonProperty("other_chosen")
    OTHER_CHOSEN;

    /** More is not worth counting. */
    private static final int MOST = 1_000_000;

    /** The reason of a name on the wire; null for one that a newer orchestrator invented. */
    static @Nullable SkipReason ofName(String name) {
        return Arrays.stream(values())
                .filter(reason -> reason.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElse(null);
    }

    /** Those counts that mean something here: of reasons that are known, from 1 to a million. */
    public static Map<SkipReason, Integer> known(Map<SkipReason, Integer> counts) {
        Map<SkipReason, Integer> known = new EnumMap<>(SkipReason.class);
        counts.forEach((reason, count) -> {
            if (Objects.nonNull(reason) && count > 0) {
                known.put(reason, Math.min(count, MOST));
            }
        });
        return Collections.unmodifiableMap(known);
    }
}
