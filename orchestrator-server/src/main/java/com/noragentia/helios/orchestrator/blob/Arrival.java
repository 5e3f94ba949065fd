/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.blob;

import com.noragentia.helios.protocol.extent.FileExtent;
import com.noragentia.helios.protocol.task.FileType;
import java.nio.file.Path;

/**
 * A file that has arrived whole, is of the type its name promises, and is on disk for good; nobody owns it yet.
 *
 * @param extent how much there is in it, as it is paid for
 */
record Arrival(Path file, String sha256, FileType type, long bytes, FileExtent extent) {}
