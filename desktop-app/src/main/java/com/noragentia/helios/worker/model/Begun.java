/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.model;

/**
 * How much of a file is here already.
 *
 * @param bytes from its first
 * @param tag the entity tag (RFC 9110, section 8.8.3) of what they are part of; empty if it is not known
 */
public record Begun(long bytes, String tag) {

    public static final Begun NOTHING = new Begun(0, "");
}
