/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a session with the orchestrator is over. */
public enum SessionEnd {
    /** Nobody answered, or the line broke. */
    @JsonProperty("unreachable")
    UNREACHABLE,
    /** The orchestrator closed in good order. */
    @JsonProperty("closed")
    CLOSED,
    /** The orchestrator does not take this device. */
    @JsonProperty("refused")
    REFUSED,
    /** This device's own keyring does not give the key to prove. */
    @JsonProperty("key_locked")
    KEY_LOCKED,
    /** Another worker has come with this device's identity. */
    @JsonProperty("replaced")
    REPLACED,
    /** The orchestrator said something that the protocol does not know, or too much at once. */
    @JsonProperty("protocol_violation")
    PROTOCOL_VIOLATION,
    /** This worker stops. */
    @JsonProperty("stopping")
    STOPPING
}
