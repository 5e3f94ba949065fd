/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract.numbering;

import java.util.HashMap;
import java.util.Map;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** The places in lists that styles give to their paragraphs, read from the part with the styles. Not thread-safe. */
final class ListStyles extends DefaultHandler {

    private static final int MOST_STYLES = 10_000;
    /** Each style may be based on another; none of Word's goes so deep, and a circle ends here. */
    private static final int MOST_BASES = 20;

    private final Map<String, ListReference> styles = new HashMap<>();
    private String id = "";
    private String base = "";
    private ListProperties properties = new ListProperties();

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        switch (name) {
            case "style" -> {
                id = Values.of(attributes, "styleId");
                base = "";
                properties = new ListProperties();
            }
            case "basedOn" -> base = Values.val(attributes);
            default -> properties.start(name, attributes);
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
        properties.end(name);
        if (name.equals("style") && styles.size() < MOST_STYLES) {
            ListReference said = properties.reference();
            styles.put(id, new ListReference(said.list(), said.level(), base));
        }
    }

    /** What a style says, or the one that it is based on; in it the style that says it. */
    ListReference of(String style) {
        int level = ListReference.NOT_SAID;
        String at = style;
        for (int i = 0; i < MOST_BASES && !at.isEmpty(); i++) {
            ListReference said = styles.getOrDefault(at, ListReference.NONE);
            level = level == ListReference.NOT_SAID ? said.level() : level;
            if (said.list() != ListReference.NOT_SAID) {
                return new ListReference(said.list(), level, at);
            }
            at = said.style();
        }
        return ListReference.NONE;
    }
}
