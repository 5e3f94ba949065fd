/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

/** What trying a confinement told. */
enum ProbeVerdict {
    /** A child came to life under it. */
    WORKS,
    /** It cannot be had here: what is confined does not come to life, time and again, what is free does. */
    REFUSED,
    /** Nobody knows: it took too long, was broken off, or no child comes to life at all. */
    UNCLEAR
}
