/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.api;

/** The answer {@code 202} to a {@link JobRequest}: from here the job cannot be lost. */
public record JobAccepted(String job) {}
