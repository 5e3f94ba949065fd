/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.task;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What is looked for in a picture; each is another model's work. */
public enum Sight {
    /** What is written in it. */
    @JsonProperty("text")
    TEXT(Expert.IMAGE),
    /** A sentence that says what it shows. */
    @JsonProperty("description")
    DESCRIPTION(Expert.DESCRIPTION),
    /** The things in it, and where they are. */
    @JsonProperty("objects")
    OBJECTS(Expert.OBJECTS);

    private final Expert expert;

    Sight(Expert expert) {
        this.expert = expert;
    }

    /** Who is asked for it. */
    public Expert expert() {
        return expert;
    }
}
