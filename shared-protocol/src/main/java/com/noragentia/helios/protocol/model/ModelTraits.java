/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.model;

/**
 * Of what kind a model is.
 *
 * @param family how its graphs are built and driven
 * @param contextTokens how many tokens it can take in at once; 0 where that is not a question
 * @param demonstration true where it shows that things work and answers nothing of use; every answer of it must say so
 */
public record ModelTraits(ModelFamily family, int contextTokens, boolean demonstration) {

    public static final ModelTraits PLAIN = new ModelTraits(ModelFamily.OTHER, 0, false);

    public ModelTraits {
        if (contextTokens < 0) {
            throw new IllegalArgumentException("a context below nothing: " + contextTokens);
        }
    }
}
