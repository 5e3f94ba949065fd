/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import com.noragentia.helios.desktop.tray.Tray;
import com.noragentia.helios.desktop.tray.TrayItem;
import com.noragentia.helios.desktop.tray.TrayMark;
import com.noragentia.helios.desktop.tray.TrayView;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;

/** A tray that remembers what it was shown. */
final class KnownTray implements Tray {

    volatile boolean isThere = true;
    volatile boolean isClosed;
    volatile TrayView shown = new TrayView(TrayMark.OFFLINE, "", List.of());

    @Override
    public boolean isThere() {
        return isThere;
    }

    @Override
    public void show(TrayView view) {
        shown = view;
    }

    @Override
    public void close() {
        isClosed = true;
    }

    List<String> labels() {
        return labels(shown.items()).toList();
    }

    private static Stream<String> labels(List<TrayItem> items) {
        return items.stream().flatMap(item -> switch (item) {
            case TrayItem.Action action -> Stream.of(action.label());
            case TrayItem.Note note -> Stream.of(note.label());
            case TrayItem.Menu menu -> Stream.concat(Stream.of(menu.label()), labels(menu.items()));
            case TrayItem.Separator separator -> Stream.empty();
        });
    }

    void choose(String label) {
        choose(shown.items(), label)
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(label))
                .chosen()
                .run();
    }

    private static Stream<TrayItem.Action> choose(List<TrayItem> items, String label) {
        return items.stream().flatMap(item -> switch (item) {
            case TrayItem.Action action when action.label().equals(label) -> Stream.of(action);
            case TrayItem.Menu menu -> choose(menu.items(), label);
            default -> Stream.empty();
        });
    }
}
