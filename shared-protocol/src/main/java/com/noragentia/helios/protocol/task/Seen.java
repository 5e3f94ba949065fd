/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.task;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one model saw in one picture.
 *
 * @param file the attachment's name
 * @param model id of the model
 * @param demonstration whether it only shows that things work, and says nothing true of most pictures
 * @param sight what it looked for: {@link Sight#DESCRIPTION} or {@link Sight#OBJECTS}
 * @param description what the picture shows, in the words of the model; null where it looked for objects
 * @param language of the description; null where there is none, or nobody knows
 * @param objects that it found, the surest first; none where it described
 */
public record Seen(
        String file,
        String model,
        boolean demonstration,
        Sight sight,
        @Nullable String description,
        @Nullable Language language,
        List<Thing> objects) {

    public Seen {
        objects = List.copyOf(objects);
    }

    /**
     * A thing in a picture.
     *
     * @param label what it is, as the model names it
     * @param score how sure the model is, 0 to 1
     * @param box where it is
     */
    public record Thing(String label, double score, TextLine.Box box) {}

    /** The same, of another file and by another model than it says itself. */
    public Seen by(String otherFile, String otherModel) {
        return new Seen(otherFile, otherModel, demonstration, sight, description, language, objects);
    }
}
