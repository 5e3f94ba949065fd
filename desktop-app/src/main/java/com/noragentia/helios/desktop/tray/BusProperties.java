/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.tray;

import java.util.Map;
import org.freedesktop.dbus.types.Variant;

/** What may be asked of an object on the bus by name. Immutable. */
record BusProperties(Map<String, Variant<?>> all) {

    BusProperties {
        all = Map.copyOf(all);
    }

    /** An empty text for what is unknown: panels ask for more than one knows. */
    Variant<?> get(String name) {
        return all.getOrDefault(name, new Variant<>(""));
    }
}
