/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.ui;

/** Choices for as long as the test runs. Thread-safe. */
public final class MemoryChoiceStore implements ChoiceStore {

    private volatile Choices kept;

    public MemoryChoiceStore(Choices first) {
        kept = first;
    }

    @Override
    public Choices load() {
        return kept;
    }

    @Override
    public void save(Choices choices) {
        kept = choices;
    }
}
