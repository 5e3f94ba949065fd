/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.task;

/**
 * A file that belongs to a question, stored as a blob.
 *
 * @param blob SHA-256 of the content, 64 lower-case hex digits
 * @param name the file's own name, without folders; what sources quote
 * @param type what the stored file is: what the name promises, or {@link FileType#HELIOS_TEXT}, the text of such a file
 * @param bytes its length
 */
public record Attachment(String blob, String name, FileType type, long bytes) {}
