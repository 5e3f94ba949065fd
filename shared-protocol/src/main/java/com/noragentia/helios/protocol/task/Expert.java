/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.task;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A capability that a member asks for and a model implements. */
public enum Expert {
    @JsonProperty("chat")
    CHAT,
    @JsonProperty("document")
    DOCUMENT,
    @JsonProperty("image")
    IMAGE,
    @JsonProperty("audio")
    AUDIO,
    @JsonProperty("embedding")
    EMBEDDING,
    /** Says what a picture shows. Part of what is asked about pictures; never asked by itself. */
    @JsonProperty("description")
    DESCRIPTION,
    /** Finds the things in a picture; likewise. */
    @JsonProperty("objects")
    OBJECTS
}
