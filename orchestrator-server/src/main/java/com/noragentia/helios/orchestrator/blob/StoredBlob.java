/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.blob;

import com.noragentia.helios.protocol.extent.FileExtent;
import com.noragentia.helios.protocol.task.FileType;

/**
 * A file that a member brought. {@code sha256} names its content.
 *
 * @param extent how much there is in it, as it is paid for
 */
public record StoredBlob(String sha256, String member, FileType type, long bytes, FileExtent extent) {}
