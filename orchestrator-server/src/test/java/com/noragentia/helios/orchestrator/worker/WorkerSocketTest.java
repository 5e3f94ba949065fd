/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.message.ToWorker;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.websocket.api.Session;
import org.junit.jupiter.api.Test;

class WorkerSocketTest {

    private final CompletableFuture<Thread> hungUp = new CompletableFuture<>();

    /** A connection through which nothing ever leaves. Hanging up tells the listeners on the very thread that does it. */
    private Session stuckSession() {
        return (Session) Proxy.newProxyInstance(
                Session.class.getClassLoader(), new Class<?>[] {Session.class}, (_, method, _) -> {
                    if (method.getName().equals("disconnect")) {
                        hungUp.complete(Thread.currentThread());
                    }
                    return method.getReturnType().equals(boolean.class) ? true : null;
                });
    }

    @Test
    void a_worker_that_does_not_read_is_hung_up_on_and_never_by_the_thread_that_speaks() throws Exception {
        try (ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor()) {
            WorkerSocket socket =
                    new WorkerSocket(stuckSession(), Optional.empty(), InetAddress.getLoopbackAddress(), timer);
            for (int i = 0; i < Backlog.MESSAGES; i++) {
                socket.send(new ToWorker.Notice("hello"));
            }
            assertThat(hungUp).isNotDone();
            socket.send(new ToWorker.Notice("one too many"));
            assertThat(hungUp.get(10, TimeUnit.SECONDS)).isNotEqualTo(Thread.currentThread());
        }
    }
}
