/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.task;

import com.fasterxml.jackson.annotation.JsonProperty;

/** One earlier message of a conversation. */
public record ChatTurn(Role role, String text) {

    /** Who spoke. */
    public enum Role {
        @JsonProperty("member")
        MEMBER,
        @JsonProperty("assistant")
        ASSISTANT
    }
}
