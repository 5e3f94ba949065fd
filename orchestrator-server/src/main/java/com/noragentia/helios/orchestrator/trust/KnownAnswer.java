/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.noragentia.helios.protocol.task.TaskOutput;

/**
 * How the right answer to a canary is told from wrong ones. What a worker answers is a stranger's: nothing about its shape is taken for
 * granted, and an answer that says everything says nothing.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = KnownNumber.class, name = "number"),
    @JsonSubTypes.Type(value = KnownResult.class, name = "result"),
    @JsonSubTypes.Type(value = KnownQuote.class, name = "quote"),
    @JsonSubTypes.Type(value = KnownWords.class, name = "words"),
    @JsonSubTypes.Type(value = KnownSpeech.class, name = "speech"),
    @JsonSubTypes.Type(value = KnownLikeness.class, name = "likeness"),
    @JsonSubTypes.Type(value = KnownCaption.class, name = "caption"),
    @JsonSubTypes.Type(value = KnownThings.class, name = "things"),
})
sealed interface KnownAnswer
        permits KnownNumber,
                KnownResult,
                KnownQuote,
                KnownWords,
                KnownSpeech,
                KnownLikeness,
                KnownCaption,
                KnownThings {

    boolean isGivenBy(TaskOutput output);

    /** Whether a model that answers wrong is convicted. Where nobody has measured that an honest one of its kind answers right, a wrong answer counts as none. */
    default boolean convicts(String model) {
        return true;
    }
}
