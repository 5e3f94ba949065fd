/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract.numbering;

/**
 * What a paragraph or a style says of its place in a list.
 *
 * @param list its number; 0 takes a paragraph out of the list of its style
 * @param level from 0
 * @param style of the paragraph, or on which a style is based; empty for none
 */
record ListReference(int list, int level, String style) {

    static final int NOT_SAID = -1;

    static final ListReference NONE = new ListReference(NOT_SAID, NOT_SAID, "");
}
