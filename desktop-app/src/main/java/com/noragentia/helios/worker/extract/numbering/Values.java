/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract.numbering;

import org.xml.sax.Attributes;

/** What stands in the attributes of an element, whatever their prefix; cut where it is longer than any program writes. */
final class Values {

    private static final int MOST_DIGITS = 9;
    private static final int MOST_CHARACTERS = 255;

    private Values() {}

    /** The attribute {@code val}. */
    static String val(Attributes attributes) {
        return of(attributes, "val");
    }

    /** Empty where there is none. */
    static String of(Attributes attributes, String name) {
        for (int i = 0; i < attributes.getLength(); i++) {
            if (attributes.getLocalName(i).equals(name)) {
                String value = attributes.getValue(i);
                return value.substring(0, Math.min(value.length(), MOST_CHARACTERS));
            }
        }
        return "";
    }

    /** The attribute {@code val}, as {@link #number(String, int)}. */
    static int number(Attributes attributes, int otherwise) {
        return number(val(attributes), otherwise);
    }

    /** Not negative; the largest one for all that is larger. */
    static int number(String value, int otherwise) {
        if (value.isEmpty() || !value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return otherwise;
        }
        return value.length() > MOST_DIGITS ? Integer.MAX_VALUE : Integer.parseInt(value);
    }

    /** Whether an element without value, or with one that is not "no", says yes. */
    static boolean isOn(Attributes attributes) {
        return switch (val(attributes)) {
            case "0", "false", "off" -> false;
            default -> true;
        };
    }
}
