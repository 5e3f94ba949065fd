/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.model;

/** What the note in the folder of a model says. */
sealed interface FolderNote {

    /** The model never came whole. */
    record None() implements FolderNote {}

    record Sound(StoredModel model) implements FolderNote {}

    /** It cannot be read, or is of another model. */
    record Damaged(String why) implements FolderNote {}
}
