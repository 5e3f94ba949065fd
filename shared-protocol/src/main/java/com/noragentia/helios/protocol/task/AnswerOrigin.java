/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.task;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where the words of an answer come from; shown beside every answer. */
public enum AnswerOrigin {
    /** Written by a language model. */
    @JsonProperty("generated")
    GENERATED,
    /** Sentences quoted from the attached files. */
    @JsonProperty("quoted")
    QUOTED,
    /** Helios's own help text. */
    @JsonProperty("help")
    HELP,
    /** A dictionary's definition. */
    @JsonProperty("dictionary")
    DICTIONARY,
    /** Computed exactly by a program. */
    @JsonProperty("computed")
    COMPUTED,
    /** No answer: the text says what is missing and how to get it. */
    @JsonProperty("none")
    NONE
}
