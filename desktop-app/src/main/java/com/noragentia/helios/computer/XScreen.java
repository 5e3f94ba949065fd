/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.computer;

import com.sun.jna.Callback;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.NativeLongByReference;
import com.sun.jna.ptr.PointerByReference;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A screen of the X Window System: the MIT-SCREEN-SAVER extension tells since when nobody touched anything, the window manager's properties
 * (Extended Window Manager Hints, _NET_ACTIVE_WINDOW and _NET_WM_STATE) whether the active window fills the screen. Each look opens the display
 * and closes it: a display that goes away while it is open would end the process. For one thread.
 */
final class XScreen implements DesktopSession.Screen {

    private static final Logger LOG = LoggerFactory.getLogger(XScreen.class);

    private static final int SUCCESS = 0;
    private static final NativeLong ANY_TYPE = new NativeLong(0);
    private static final NativeLong MOST_VALUES = new NativeLong(64);

    private final String display;
    private boolean isBroken;
    private @Nullable X11 x11;
    private @Nullable Saver saver;

    XScreen(String display) {
        this.display = display;
    }

    /** What an error of X means here: the window has just gone, nothing more. */
    private static final ErrorHandler FORGIVING = (connection, event) -> 0;

    @Override
    public Optional<Duration> idle() {
        return look(connection -> idle(connection));
    }

    @Override
    public Optional<Boolean> isFullScreen() {
        return look(connection -> isFullScreen(connection));
    }

    private <T> Optional<T> look(Function<Connection, Optional<T>> question) {
        if (isBroken) {
            return Optional.empty();
        }
        try {
            X11 x = libraries();
            Pointer opened = x.XOpenDisplay(display);
            if (opened == null) {
                return Optional.empty();
            }
            try {
                return question.apply(new Connection(x, opened));
            } finally {
                x.XCloseDisplay(opened);
            }
        } catch (LinkageError e) {
            LOG.info("the screen is not asked: {}", e.getMessage());
            isBroken = true;
            return Optional.empty();
        }
    }

    private X11 libraries() {
        X11 loaded = x11;
        if (loaded == null) {
            loaded = Native.load("X11", X11.class);
            loaded.XSetErrorHandler(FORGIVING);
            saver = Native.load("Xss", Saver.class);
            x11 = loaded;
        }
        return loaded;
    }

    private record Connection(X11 x, Pointer display) {

        NativeLong root() {
            return x.XDefaultRootWindow(display);
        }

        NativeLong atom(String name) {
            return x.XInternAtom(display, name, false);
        }

        /** The values of a window's property, each of 32 bits, which Xlib gives as longs. */
        long[] property(NativeLong window, String name) {
            PointerByReference values = new PointerByReference();
            NativeLongByReference count = new NativeLongByReference();
            int outcome = x.XGetWindowProperty(
                    display,
                    window,
                    atom(name),
                    new NativeLong(0),
                    MOST_VALUES,
                    false,
                    ANY_TYPE,
                    new NativeLongByReference(),
                    new IntByReference(),
                    count,
                    new NativeLongByReference(),
                    values);
            Pointer found = values.getValue();
            if (outcome != SUCCESS || found == null) {
                return new long[0];
            }
            try {
                long[] all = new long[count.getValue().intValue()];
                for (int i = 0; i < all.length; i++) {
                    all[i] = found.getNativeLong((long) i * NativeLong.SIZE).longValue();
                }
                return all;
            } finally {
                x.XFree(found);
            }
        }
    }

    private Optional<Duration> idle(Connection connection) {
        Saver extension = saver;
        Info info = new Info();
        return extension != null && extension.XScreenSaverQueryInfo(connection.display(), connection.root(), info) != 0
                ? Optional.of(Duration.ofMillis(info.idle.longValue()))
                : Optional.empty();
    }

    /** Empty without a window manager that keeps to the hints. */
    private static Optional<Boolean> isFullScreen(Connection connection) {
        long[] active = connection.property(connection.root(), "_NET_ACTIVE_WINDOW");
        if (active.length == 0) {
            return Optional.empty();
        }
        long fullScreen = connection.atom("_NET_WM_STATE_FULLSCREEN").longValue();
        for (long state :
                active[0] == 0 ? new long[0] : connection.property(new NativeLong(active[0]), "_NET_WM_STATE")) {
            if (state == fullScreen) {
                return Optional.of(true);
            }
        }
        return Optional.of(false);
    }

    /** libX11. */
    interface X11 extends Library {
        @Nullable
        Pointer XOpenDisplay(String name);

        int XCloseDisplay(Pointer display);

        NativeLong XDefaultRootWindow(Pointer display);

        NativeLong XInternAtom(Pointer display, String name, boolean onlyIfExists);

        int XGetWindowProperty(
                Pointer display,
                NativeLong window,
                NativeLong property,
                NativeLong offset,
                NativeLong length,
                boolean delete,
                NativeLong type,
                NativeLongByReference actualType,
                IntByReference actualFormat,
                NativeLongByReference items,
                NativeLongByReference bytesAfter,
                PointerByReference values);

        int XFree(Pointer data);

        @Nullable
        Pointer XSetErrorHandler(ErrorHandler handler);
    }

    /** libXss. */
    interface Saver extends Library {
        int XScreenSaverQueryInfo(Pointer display, NativeLong drawable, Info info);
    }

    /** What Xlib calls at an error. */
    interface ErrorHandler extends Callback {
        int invoke(Pointer display, Pointer event);
    }

    /** XScreenSaverInfo; times in milliseconds. */
    @Structure.FieldOrder({"window", "state", "kind", "tillOrSince", "idle", "eventMask"})
    public static final class Info extends Structure {
        public NativeLong window = new NativeLong();
        public int state;
        public int kind;
        public NativeLong tillOrSince = new NativeLong();
        public NativeLong idle = new NativeLong();
        public NativeLong eventMask = new NativeLong();
    }
}
