/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.model;

/** A model that is loaded, or about to be: until this is closed, it is neither removed nor makes room for others. Closing twice is harmless. */
public interface ModelUse extends AutoCloseable {

    @Override
    void close();
}
