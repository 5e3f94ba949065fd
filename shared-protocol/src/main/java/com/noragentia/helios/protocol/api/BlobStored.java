/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.api;

/** A stored file: {@code POST /api/v1/blobs}. {@code blob} is the SHA-256 of its content. */
public record BlobStored(String blob, long bytes) {}
