/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract.numbering;

import org.xml.sax.Attributes;

/** Reads what the properties of a paragraph say of its list, and not what they said before a change that is on record. Not thread-safe. */
public final class ListProperties {

    private String style = "";
    private int list = ListReference.NOT_SAID;
    private int level = ListReference.NOT_SAID;
    private int changes;
    private boolean isDeleted;

    /** An element of the properties begins. */
    public void start(String name, Attributes attributes) {
        if (name.equals("pPrChange")) {
            changes++;
        }
        if (changes > 0) {
            return;
        }
        switch (name) {
            case "pStyle" -> style = Values.val(attributes);
            case "numId" -> list = Values.number(attributes, ListReference.NOT_SAID);
            case "ilvl" -> level = Values.number(attributes, ListReference.NOT_SAID);
            case "del" -> isDeleted = true;
            default -> {}
        }
    }

    /** An element of them ends. Whether they are over with it. */
    public boolean end(String name) {
        if (name.equals("pPrChange")) {
            changes--;
        }
        return changes == 0 && name.equals("pPr");
    }

    /** Nothing for a paragraph whose end is deleted: it is one with the next. */
    ListReference reference() {
        return isDeleted ? ListReference.NONE : new ListReference(list, level, style);
    }
}
