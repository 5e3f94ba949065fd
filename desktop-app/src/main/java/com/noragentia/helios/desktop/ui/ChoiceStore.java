/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.ui;

/** Keeps {@link Choices} between starts. Calls block; thread-safe. */
public interface ChoiceStore {

    /** What was saved last; {@link Choices#FIRST} where nothing was. */
    Choices load();

    /** Where it can't be kept, the choice holds until the program ends; that is no reason to bother the member. */
    void save(Choices choices);
}
