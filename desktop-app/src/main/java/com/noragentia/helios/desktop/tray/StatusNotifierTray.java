/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.tray;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.DBus;
import org.freedesktop.dbus.messages.DBusSignal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tray that panels on Linux share over the session bus. Its icon comes when a panel comes, also after the program, and comes back when the panel was
 * started anew.
 */
final class StatusNotifierTray implements Tray {

    private static final Logger LOG = LoggerFactory.getLogger(StatusNotifierTray.class);

    private final DBusConnection connection;
    private final String name =
            "org.kde.StatusNotifierItem-" + ProcessHandle.current().pid() + "-1";
    private final IconOnBus icon;
    private final MenuOnBus menu = new MenuOnBus();
    /** What is done at the call of the bus must not hold up the thread that reads from it. */
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("tray").daemon().factory());

    private volatile boolean isThere;

    private StatusNotifierTray(DBusConnection connection, Runnable activated) {
        this.connection = connection;
        this.icon = new IconOnBus(activated);
    }

    /** @param address of the bus; empty for the one of this session */
    static Optional<Tray> open(Optional<String> address, Runnable activated) {
        if (address.isEmpty() && System.getenv("DBUS_SESSION_BUS_ADDRESS") == null) {
            return Optional.empty();
        }
        DBusConnection connection = null;
        try {
            connection = address.map(DBusConnectionBuilder::forAddress)
                    .orElseGet(DBusConnectionBuilder::forSessionBus)
                    .withShared(false)
                    .build();
            StatusNotifierTray tray = new StatusNotifierTray(connection, activated);
            tray.begin();
            return Optional.of(tray);
        } catch (DBusException | RuntimeException e) {
            LOG.info("no tray over the session bus: {}", e.getMessage());
            if (connection != null) {
                connection.disconnect();
            }
            return Optional.empty();
        }
    }

    private void begin() throws DBusException {
        connection.requestBusName(name);
        connection.exportObject(IconOnBus.PATH, icon);
        connection.exportObject(MenuOnBus.PATH, menu);
        var unused = connection.addSigHandler(DBus.NameOwnerChanged.class, this::ownerChanged);
        DBus bus = connection.getRemoteObject("org.freedesktop.DBus", "/org/freedesktop/DBus", DBus.class);
        if (bus.NameHasOwner(StatusNotifierWatcher.NAME)) {
            register();
        }
    }

    private void ownerChanged(DBus.NameOwnerChanged change) {
        if (!change.name.equals(StatusNotifierWatcher.NAME)) {
            return;
        }
        isThere = false;
        if (!change.newOwner.isEmpty()) {
            worker.execute(() -> {
                try {
                    register();
                } catch (DBusException | DBusExecutionException e) {
                    LOG.warn("the panel does not take the icon: {}", e.getMessage());
                }
            });
        }
    }

    private void register() throws DBusException {
        connection
                .getRemoteObject(StatusNotifierWatcher.NAME, StatusNotifierWatcher.PATH, StatusNotifierWatcher.class)
                .registerStatusNotifierItem(name);
        isThere = true;
    }

    @Override
    public boolean isThere() {
        return isThere && connection.isConnected();
    }

    @Override
    public void show(TrayView view) {
        icon.show(view);
        try {
            send(new DbusMenu.LayoutUpdated(MenuOnBus.PATH, menu.show(view.items()), 0));
            send(new StatusNotifierItem.NewIcon(IconOnBus.PATH));
            send(new StatusNotifierItem.NewToolTip(IconOnBus.PATH));
            send(new StatusNotifierItem.NewStatus(IconOnBus.PATH, IconOnBus.status(view.mark())));
        } catch (DBusException | DBusExecutionException e) {
            LOG.warn("the panel does not hear of a change: {}", e.getMessage());
        }
    }

    private void send(DBusSignal signal) {
        if (connection.isConnected()) {
            connection.sendMessage(signal);
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
        connection.disconnect();
    }
}
