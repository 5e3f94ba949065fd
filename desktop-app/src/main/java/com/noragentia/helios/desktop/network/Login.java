/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.network;

import com.noragentia.helios.protocol.crypto.SigningKey;

/** With what a device proves who it is when it asks for a token. */
public record Login(String device, SigningKey key) {}
