/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.tray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The icon on a real bus of its own, with a panel that we play. */
@Timeout(60)
@EnabledOnOs(OS.LINUX)
class StatusNotifierTrayTest {

    private static final String ITEM = "org.kde.StatusNotifierItem";

    @TempDir
    private Path folder;

    private @Nullable Process daemon;
    private String address = "";
    private DBusConnection panel;
    private final BlockingQueue<String> registered = new LinkedBlockingQueue<>();
    private final AtomicInteger activated = new AtomicInteger();
    private @Nullable Tray tray;

    @BeforeEach
    void start_a_bus() throws Exception {
        assumeTrue(hasDaemon(), "dbus-daemon is not installed");
        daemon = new ProcessBuilder(
                        "dbus-daemon",
                        "--session",
                        "--nofork",
                        "--print-address=1",
                        "--address=unix:path=" + folder.resolve("bus"))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader said = new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(daemon).getInputStream(), StandardCharsets.UTF_8));
        address = Objects.requireNonNull(said.readLine());
        panel = DBusConnectionBuilder.forAddress(address).withShared(false).build();
    }

    private static boolean hasDaemon() throws InterruptedException {
        try {
            return new ProcessBuilder("dbus-daemon", "--version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @AfterEach
    void stop_the_bus() {
        if (tray != null) {
            tray.close();
        }
        if (panel != null) {
            panel.disconnect();
        }
        if (daemon != null) {
            daemon.destroyForcibly();
        }
    }

    /** What a panel offers to icons. */
    private record Watcher(BlockingQueue<String> registered) implements StatusNotifierWatcher {
        @Override
        public void registerStatusNotifierItem(String busName) {
            registered.add(busName);
        }

        @Override
        public String getObjectPath() {
            return PATH;
        }
    }

    private void startPanel() throws DBusException {
        panel.exportObject(StatusNotifierWatcher.PATH, new Watcher(registered));
        panel.requestBusName(StatusNotifierWatcher.NAME);
    }

    private Tray open() {
        tray = StatusNotifierTray.open(Optional.of(address), activated::incrementAndGet)
                .orElseThrow();
        return tray;
    }

    private String awaitIcon() throws InterruptedException {
        return Objects.requireNonNull(registered.poll(10, TimeUnit.SECONDS), "no icon came");
    }

    private Object ask(String icon, String property) throws DBusException {
        return panel.getRemoteObject(icon, IconOnBus.PATH, Properties.class).Get(ITEM, property);
    }

    private static TrayView view(TrayMark mark, TrayItem... items) {
        return new TrayView(mark, "Ready: questions of others may come.", List.of(items));
    }

    @Test
    void a_panel_gets_the_icon_and_all_that_the_specification_names() throws Exception {
        startPanel();
        Tray opened = open();
        String icon = awaitIcon();
        await().until(opened::isThere);
        opened.show(view(TrayMark.WORKING));

        assertThat(ask(icon, "Status")).isEqualTo("Active");
        Map<String, Variant<?>> all =
                panel.getRemoteObject(icon, IconOnBus.PATH, Properties.class).GetAll(ITEM);
        assertThat(all)
                .containsKeys(
                        "Category",
                        "Id",
                        "Title",
                        "Status",
                        "WindowId",
                        "ItemIsMenu",
                        "Menu",
                        "IconName",
                        "IconPixmap");
        assertThat(Objects.requireNonNull(all.get("IconPixmap")).getSig()).isEqualTo("a(iiay)");
        assertThat(Objects.requireNonNull(all.get("ToolTip")).getValue().toString())
                .isNotEmpty();

        opened.show(view(TrayMark.ATTENTION));
        assertThat(ask(icon, "Status")).isEqualTo("NeedsAttention");
    }

    @Test
    void a_press_on_the_icon_arrives() throws Exception {
        startPanel();
        open();
        panel.getRemoteObject(awaitIcon(), IconOnBus.PATH, StatusNotifierItem.class)
                .activate(1, 1);

        await().until(() -> activated.get() == 1);
    }

    @Test
    void the_menu_has_its_lines_and_does_what_is_chosen() throws Exception {
        startPanel();
        Tray opened = open();
        String icon = awaitIcon();
        CountDownLatch chosen = new CountDownLatch(1);
        opened.show(view(
                TrayMark.WORKING,
                new TrayItem.Note("a_b"),
                new TrayItem.Separator(),
                new TrayItem.Menu("Pause", List.of(new TrayItem.Action("For 1 hour", chosen::countDown)))));

        DbusMenu menu = panel.getRemoteObject(icon, MenuOnBus.PATH, DbusMenu.class);
        DbusMenu.Node root = menu.getLayout(0, -1, List.of()).second;
        assertThat(root.children).hasSize(3);
        List<String> labels = new ArrayList<>();
        for (DbusMenu.Described line : menu.getGroupProperties(List.of(), List.of())) {
            Variant<?> label = line.properties.get("label");
            labels.add(label == null ? "" : (String) label.getValue());
        }
        assertThat(labels).containsExactly("", "a__b", "", "Pause", "For 1 hour");

        menu.event(4, "hovered", new Variant<>(0), new UInt32(0));
        menu.event(99, "clicked", new Variant<>(0), new UInt32(0));
        assertThat(chosen.getCount()).isOne();
        menu.event(4, "clicked", new Variant<>(0), new UInt32(0));
        assertThat(chosen.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_panel_that_comes_later_or_comes_back_gets_the_icon_too() throws Exception {
        Tray opened = open();
        assertThat(opened.isThere()).isFalse();
        startPanel();
        awaitIcon();
        await().until(opened::isThere);

        panel.releaseBusName(StatusNotifierWatcher.NAME);
        await().until(() -> !opened.isThere());
        panel.requestBusName(StatusNotifierWatcher.NAME);
        awaitIcon();
        await().until(opened::isThere);
    }

    @Test
    void a_bus_that_ends_leaves_no_icon_and_harms_nobody() throws Exception {
        startPanel();
        Tray opened = open();
        awaitIcon();
        Objects.requireNonNull(daemon).destroyForcibly().waitFor();

        await().until(() -> !opened.isThere());
        opened.show(view(TrayMark.OFFLINE));
    }

    @Test
    void where_there_is_no_bus_there_is_no_tray() {
        assertThat(StatusNotifierTray.open(
                        Optional.of("unix:path=" + folder.resolve("nothing")), activated::incrementAndGet))
                .isEmpty();
    }
}
