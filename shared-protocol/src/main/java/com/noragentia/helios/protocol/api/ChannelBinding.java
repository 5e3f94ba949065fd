/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a proof may be bound to beside the server's id, so that nobody in the middle can pass it on. */
public enum ChannelBinding {
    /** The server cannot see the TLS connection, for there is none or a proxy ends it. */
    @JsonProperty("none")
    NONE,
    /** The exporter of RFC 9266 ({@code EXPORTER-Channel-Binding}, 32 bytes): a client that can compute it should sign the bound form. */
    @JsonProperty("tls-exporter")
    TLS_EXPORTER
}
