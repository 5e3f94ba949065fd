/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The operating system's wish that the process end, heard before the Java machine begins to shut down. A shutdown hook comes too late:
 * hooks run side by side, and ONNX Runtime has one that closes the native environment under the tasks. Reached by reflection, since the
 * compiler warns of {@code sun.misc} (module jdk.unsupported) in a way that nothing can silence.
 */
final class EndSignals {

    private static final Logger LOG = LoggerFactory.getLogger(EndSignals.class);
    private static final List<String> NAMES = List.of("TERM", "INT", "HUP");

    private EndSignals() {}

    /** Calls {@code asked} at each such signal, instead of what the Java machine does. Signals that this system lacks are passed over. */
    static void heed(Runnable asked) {
        for (String name : NAMES) {
            try {
                heed(name, asked);
            } catch (InvocationTargetException e) {
                LOG.debug("no signal {} here", name); // Windows has no HUP; with -Xrs there is none at all
            } catch (ReflectiveOperationException e) {
                LOG.warn("this Java has no signals: {}", e.getClass().getSimpleName());
            }
        }
    }

    private static void heed(String name, Runnable asked) throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Class<?> handler = Class.forName("sun.misc.SignalHandler");
        Object heeding = Proxy.newProxyInstance(
                handler.getClassLoader(),
                new Class<?>[] {handler},
                (self, method, arguments) -> answer(asked, method, arguments));
        Method handle = signal.getMethod("handle", signal, handler);
        handle.invoke(null, signal.getConstructor(String.class).newInstance(name), heeding);
    }

    private static @Nullable Object answer(Runnable asked, Method method, Object @Nullable [] arguments)
            throws ReflectiveOperationException {
        if (method.getDeclaringClass().equals(Object.class)) {
            return method.invoke(asked, arguments);
        }
        asked.run();
        return null;
    }
}
