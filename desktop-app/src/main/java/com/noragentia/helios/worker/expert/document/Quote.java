/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.document;

import com.noragentia.helios.protocol.task.Source;

/**
 * A sentence that may answer a question, and where it stands.
 *
 * @param relevance how well it fits, 0 to 1; comparable between documents, not between languages
 */
public record Quote(Source source, double relevance) {}
