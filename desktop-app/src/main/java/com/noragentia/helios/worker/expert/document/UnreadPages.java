/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.document;

import java.util.List;

/**
 * Pages of a document that are pictures and were not read.
 *
 * @param file the document's name
 * @param pages in order, 1 for the first
 */
public record UnreadPages(String file, List<Integer> pages) {}
