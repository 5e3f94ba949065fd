/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.tray;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/** Answers what panels ask about the menu. Thread-safe. */
final class MenuOnBus implements DbusMenu, Properties {

    static final String PATH = "/MenuBar";

    private static final int ROOT = 0;
    private static final String CLICKED = "clicked";

    private final BusProperties properties = new BusProperties(Map.of(
            "Version", new Variant<>(new UInt32(3)),
            "TextDirection", new Variant<>("ltr"),
            "Status", new Variant<>("normal"),
            "IconThemePath", new Variant<>(List.of(), "as")));
    private long revision = 1;
    private List<TrayItem> items = List.of();
    private final Map<Integer, TrayItem> byId = new TreeMap<>();
    private final Map<Integer, List<Integer>> children = new TreeMap<>();

    /** From now on the menu has these lines; the number of this version of it. */
    synchronized UInt32 show(List<TrayItem> now) {
        items = now;
        byId.clear();
        children.clear();
        children.put(ROOT, number(items));
        revision++;
        return new UInt32(revision);
    }

    private List<Integer> number(List<TrayItem> lines) {
        List<Integer> ids = new ArrayList<>();
        for (TrayItem line : lines) {
            int id = byId.size() + 1;
            byId.put(id, line);
            ids.add(id);
            if (line instanceof TrayItem.Menu more) {
                children.put(id, number(more.items()));
            }
        }
        return ids;
    }

    @Override
    public synchronized Two<UInt32, Node> getLayout(int parent, int depth, List<String> names) {
        return new Two<>(new UInt32(revision), node(parent, depth));
    }

    private Node node(int id, int depth) {
        List<Variant<?>> inside = new ArrayList<>();
        if (depth != 0) {
            for (int child : children.getOrDefault(id, List.of())) {
                inside.add(new Variant<>(node(child, depth - 1), "(ia{sv}av)"));
            }
        }
        return new Node(id, describe(id), inside);
    }

    private Map<String, Variant<?>> describe(int id) {
        Map<String, Variant<?>> told = new LinkedHashMap<>();
        if (children.containsKey(id)) {
            told.put("children-display", new Variant<>("submenu"));
        }
        switch (byId.get(id)) {
            case TrayItem.Action action -> told.put("label", label(action.label()));
            case TrayItem.Note note -> {
                told.put("label", label(note.label()));
                told.put("enabled", new Variant<>(false));
            }
            case TrayItem.Menu more -> told.put("label", label(more.label()));
            case TrayItem.Separator separator -> told.put("type", new Variant<>("separator"));
            case null -> {} // the root, or a line of an earlier menu
        }
        return told;
    }

    /** An underscore would underline the letter after it. */
    private static Variant<String> label(String words) {
        return new Variant<>(words.replace("_", "__"));
    }

    @Override
    public synchronized List<Described> getGroupProperties(List<Integer> ids, List<String> names) {
        List<Integer> asked = new ArrayList<>(ids);
        if (asked.isEmpty()) {
            asked.add(ROOT);
            asked.addAll(byId.keySet());
        }
        return asked.stream()
                .filter(id -> id == ROOT || byId.containsKey(id))
                .map(id -> new Described(id, describe(id)))
                .toList();
    }

    @Override
    public synchronized Variant<?> getProperty(int id, String name) {
        return describe(id).getOrDefault(name, new Variant<>(""));
    }

    @Override
    public void event(int id, String what, Variant<?> data, UInt32 time) {
        TrayItem line;
        synchronized (this) {
            line = byId.get(id);
        }
        if (what.equals(CLICKED) && line instanceof TrayItem.Action action) {
            action.chosen().run();
        }
    }

    @Override
    public List<Integer> eventGroup(List<Happening> events) {
        events.forEach(one -> event(one.id, one.what, one.data, one.time));
        return List.of();
    }

    @Override
    public boolean aboutToShow(int id) {
        return false;
    }

    @Override
    public Two<List<Integer>, List<Integer>> aboutToShowGroup(List<Integer> ids) {
        return new Two<>(List.of(), List.of());
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <A> A Get(String of, String name) {
        return (A) properties.get(name);
    }

    @Override
    public <A> void Set(String of, String name, A value) {
        // nobody sets these
    }

    @Override
    public Map<String, Variant<?>> GetAll(String of) {
        return properties.all();
    }

    @Override
    public String getObjectPath() {
        return PATH;
    }
}
