/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a worker is doing before words come; clients show a phrase for each. */
public enum Phase {
    @JsonProperty("fetching")
    FETCHING,
    @JsonProperty("reading")
    READING,
    @JsonProperty("searching")
    SEARCHING,
    @JsonProperty("recognising")
    RECOGNISING,
    /** To a recording, writing down what is said. */
    @JsonProperty("listening")
    LISTENING,
    @JsonProperty("looking")
    LOOKING,
    @JsonProperty("writing")
    WRITING
}
