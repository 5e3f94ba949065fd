/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

/**
 * What a search for confinement came to.
 *
 * @param confinement what children are to be started under
 * @param isCertain whether it was seen to work, or seen that nothing does; otherwise it is what could be had, and children may not start
 */
record ConfinementFound(Confinement confinement, boolean isCertain) {}
