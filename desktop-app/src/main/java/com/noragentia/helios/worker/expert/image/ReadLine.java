/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.image;

/**
 * A line that was read.
 *
 * @param place where it stands
 * @param confidence mean probability of its characters, 0 to 1
 */
record ReadLine(Quad place, String text, double confidence) {}
