/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.worker;

import com.noragentia.helios.protocol.crypto.VerifyingKey;

/** What a session needs to know of an enrolled device: its owner, its name, and the key it must prove. */
public record KnownDevice(String id, String member, String name, VerifyingKey key) {}
