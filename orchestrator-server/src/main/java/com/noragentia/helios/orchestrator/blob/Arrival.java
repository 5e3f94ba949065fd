/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.blob;

import com.noragentia.helios.protocol.task.FileType;
import java.nio.file.Path;

/**
 * A file that has arrived whole, is of the type its name promises, and is on disk for good; nobody owns it yet.
 *
 * @param units pages, seconds or images, as they are paid for
 */
record Arrival(Path file, String sha256, FileType type, long bytes, long units) {}
