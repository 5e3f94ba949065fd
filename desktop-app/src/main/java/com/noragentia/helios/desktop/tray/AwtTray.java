/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.tray;

import java.awt.AWTException;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.Image;
import java.awt.Menu;
import java.awt.MenuItem;
import java.awt.PopupMenu;
import java.awt.SystemTray;
import java.awt.TrayIcon;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tray of Windows and macOS, and the old one of X11. */
final class AwtTray implements Tray {

    private static final Logger LOG = LoggerFactory.getLogger(AwtTray.class);

    private static final int SMALLEST_PIXELS = 16;

    private final SystemTray tray;
    private final TrayIcon icon;

    private AwtTray(SystemTray tray, TrayIcon icon) {
        this.tray = tray;
        this.icon = icon;
    }

    static Optional<Tray> open(Runnable activated) {
        try {
            if (GraphicsEnvironment.isHeadless() || !SystemTray.isSupported()) {
                return Optional.empty();
            }
            SystemTray tray = SystemTray.getSystemTray();
            TrayIcon icon = new TrayIcon(picture(TrayMark.OFFLINE, tray), "Helios");
            icon.addActionListener(event -> activated.run());
            tray.add(icon);
            return Optional.of(new AwtTray(tray, icon));
        } catch (AWTException | RuntimeException | LinkageError e) {
            LOG.warn("the tray does not take the icon: {}", e.toString());
            return Optional.empty();
        }
    }

    private static Image picture(TrayMark mark, SystemTray tray) {
        return mark.picture(Math.max(SMALLEST_PIXELS, tray.getTrayIconSize().width));
    }

    @Override
    public boolean isThere() {
        return true;
    }

    @Override
    public void show(TrayView view) {
        EventQueue.invokeLater(() -> {
            icon.setImage(picture(view.mark(), tray));
            icon.setToolTip("Helios: " + view.sentence());
            PopupMenu menu = new PopupMenu();
            addAll(menu, view.items());
            icon.setPopupMenu(menu);
        });
    }

    private static void addAll(Menu menu, List<TrayItem> items) {
        for (TrayItem item : items) {
            switch (item) {
                case TrayItem.Action action -> {
                    MenuItem line = new MenuItem(action.label());
                    line.addActionListener(event -> action.chosen().run());
                    menu.add(line);
                }
                case TrayItem.Note note -> {
                    MenuItem line = new MenuItem(note.label());
                    line.setEnabled(false);
                    menu.add(line);
                }
                case TrayItem.Menu more -> {
                    Menu inner = new Menu(more.label());
                    addAll(inner, more.items());
                    menu.add(inner);
                }
                case TrayItem.Separator separator -> menu.addSeparator();
            }
        }
    }

    @Override
    public void close() {
        EventQueue.invokeLater(() -> tray.remove(icon));
    }
}
