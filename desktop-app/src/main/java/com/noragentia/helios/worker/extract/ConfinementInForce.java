/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What of the operating system holds the reading of foreign files back, for people who want to know. */
public final class ConfinementInForce {

    private ConfinementInForce() {}

    /**
     * The names of the tools, from the outermost; none where there is none that works.
     *
     * @param rooms folder for the folders of the children that try them
     * @param notes folder that may know it from before
     */
    public static List<String> tools(Path rooms, Path notes) {
        return ChildCommand.ofThisProcess(rooms, Optional.empty())
                .confinedAsCanBe(ConfinementNote.in(notes))
                .confinement()
                .tools();
    }
}
