/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.keyring;

import java.time.Duration;

/**
 * How long a keyring is waited for.
 *
 * @param toKeep for taking a secret and giving it back together; a first start waits for it
 * @param toFind long enough to type a password, as nothing that starts waits for it
 * @param toForget for letting go of one, also of one that was taken and not given back; a first start may wait for it too
 */
record Patience(Duration toKeep, Duration toFind, Duration toForget) {

    /** The same on all systems: a first start must not hang on a keyring that asks for its password, nor on a slow program. */
    static final Patience USUAL = new Patience(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(2));
}
