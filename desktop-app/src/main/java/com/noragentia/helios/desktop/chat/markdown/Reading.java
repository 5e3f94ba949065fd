/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.markdown;

import java.util.List;

/**
 * Text read as blocks.
 *
 * @param finished blocks that more text cannot change
 * @param open the last block, which more text may lengthen or change into another; empty for no text
 * @param openFrom index in the text where the open block begins
 */
public record Reading(List<Block> finished, List<Block> open, int openFrom) {}
