/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the bearer of a token may do. */
public enum Scope {
    /** Ask questions: upload files, post, follow and cancel the member's jobs. */
    @JsonProperty("ask")
    ASK,
    /** See the member's devices, standing and contributions. */
    @JsonProperty("read")
    READ,
    /** Change the account: devices, tokens, recovery, deletion. Only a device's own token has it. */
    @JsonProperty("manage")
    MANAGE
}
