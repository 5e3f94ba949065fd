/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.extent;

/**
 * An object of a PDF, or a value that stands for one. Told apart by identity.
 *
 * @param value what it is; of a stream its dictionary
 * @param data where its stream begins in the file; -1 where it has none
 */
record PdfObject(PdfValue value, int data) {

    /** What is no object by itself. */
    static PdfObject direct(PdfValue value) {
        return new PdfObject(value, -1);
    }

    boolean isStream() {
        return data >= 0;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
