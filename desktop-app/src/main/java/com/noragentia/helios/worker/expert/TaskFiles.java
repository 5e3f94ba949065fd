/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert;

import com.noragentia.helios.protocol.task.Attachment;
import java.nio.file.Path;

/** The attachments of a task, already fetched and checked against their hashes. */
public interface TaskFiles {

    /** Where an attachment of this task lies; readable until the task ends. */
    Path of(Attachment attachment);
}
