/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What of the operating system holds the reading of foreign files back, for people who want to know.
 *
 * @param tools their names, from the outermost; none where there is none that works
 * @param refused names of tools that are installed and do not work here
 * @param isCertain false where it could not be found out whether {@code tools} work, and files may not be readable
 */
public record ConfinementInForce(List<String> tools, List<String> refused, boolean isCertain) {

    /** Where nothing can be tried. */
    public static final ConfinementInForce NONE = new ConfinementInForce(List.of(), List.of(), true);

    /**
     * @param rooms folder for the folders of the children that try them
     * @param notes folder that may know it from before
     */
    public static ConfinementInForce of(Path rooms, Path notes) {
        ConfinementSearch search =
                ChildCommand.ofThisProcess(rooms, Optional.empty()).search();
        ConfinementFound found = ConfinementNote.in(notes).strongest(search);
        return new ConfinementInForce(
                found.confinement().tools(), search.without(found.confinement()), found.isCertain());
    }
}
