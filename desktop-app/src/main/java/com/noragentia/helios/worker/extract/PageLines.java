/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import com.noragentia.helios.protocol.task.TextLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link PageReadingProcess} answers to a page.
 *
 * @param lines null if the page could not be read
 */
record PageLines(@Nullable List<TextLine> lines) {}
