/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.tray;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.annotations.Position;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;

/** Answers what panels ask about the icon. Thread-safe. */
final class IconOnBus implements StatusNotifierItem, Properties {

    static final String PATH = "/StatusNotifierItem";

    private static final String PIXMAPS = "a(iiay)";
    private static final List<Integer> SIZES = List.of(22, 48);
    private static final String NAME = "Helios";

    private final Runnable activated;
    private volatile BusProperties properties;

    IconOnBus(Runnable activated) {
        this.activated = activated;
        this.properties = describe(new TrayView(TrayMark.OFFLINE, "", List.of()));
    }

    void show(TrayView view) {
        properties = describe(view);
    }

    static String status(TrayMark mark) {
        return mark == TrayMark.ATTENTION ? "NeedsAttention" : "Active";
    }

    /** All that the specification names: some panels complain of what is missing. */
    private static BusProperties describe(TrayView view) {
        Map<String, Variant<?>> all = new HashMap<>();
        all.put("Category", new Variant<>("ApplicationStatus"));
        all.put("Id", new Variant<>("helios"));
        all.put("Title", new Variant<>(NAME));
        all.put("Status", new Variant<>(status(view.mark())));
        all.put("WindowId", new Variant<>(0));
        all.put("ItemIsMenu", new Variant<>(false));
        all.put("Menu", new Variant<>(new DBusPath(MenuOnBus.PATH)));
        all.put("IconPixmap", pixmaps(view.mark()));
        all.put("AttentionIconPixmap", pixmaps(view.mark()));
        all.put("OverlayIconPixmap", new Variant<>(List.of(), PIXMAPS));
        Stream.of("IconName", "OverlayIconName", "AttentionIconName", "AttentionMovieName", "IconThemePath")
                .forEach(name -> all.put(name, new Variant<>("")));
        all.put("ToolTip", new Variant<>(new ToolTip("", List.of(), NAME, view.sentence()), "(sa(iiay)ss)"));
        return new BusProperties(all);
    }

    private static Variant<?> pixmaps(TrayMark mark) {
        return new Variant<>(
                SIZES.stream().map(size -> new Pixmap(mark.picture(size))).toList(), PIXMAPS);
    }

    @Override
    public void activate(int x, int y) {
        activated.run();
    }

    @Override
    public void secondaryActivate(int x, int y) {
        activated.run();
    }

    @Override
    public void contextMenu(int x, int y) {
        // panels show the menu themselves
    }

    @Override
    public void scroll(int delta, String orientation) {
        // nothing to scroll
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

    /** A picture as four bytes a pixel: see-through, red, green, blue. */
    static final class Pixmap extends Struct {
        @Position(0)
        final int width;

        @Position(1)
        final int height;

        @Position(2)
        final byte[] bytes;

        Pixmap(BufferedImage picture) {
            width = picture.getWidth();
            height = picture.getHeight();
            bytes = new byte[width * height * Integer.BYTES];
            ByteBuffer.wrap(bytes).asIntBuffer().put(picture.getRGB(0, 0, width, height, null, 0, width));
        }
    }

    /** What is told when the pointer rests on the icon. */
    static final class ToolTip extends Struct {
        @Position(0)
        final String icon;

        @Position(1)
        final List<Pixmap> pixmaps;

        @Position(2)
        final String title;

        @Position(3)
        final String text;

        ToolTip(String icon, List<Pixmap> pixmaps, String title, String text) {
            this.icon = icon;
            this.pixmaps = pixmaps;
            this.title = title;
            this.text = text;
        }
    }
}
