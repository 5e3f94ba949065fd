/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.document;

/** Learns how far a search is. */
@FunctionalInterface
public interface SearchProgress {

    SearchProgress SILENT = (done, total) -> {};

    void searched(int done, int total);
}
