/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.orchestrator.edge.ProblemReplies;
import com.noragentia.helios.orchestrator.edge.TrustedProxies;
import com.noragentia.helios.orchestrator.store.SqliteStore;
import com.noragentia.helios.orchestrator.store.Store;
import com.noragentia.helios.orchestrator.trial.Member;
import com.noragentia.helios.orchestrator.trial.TestClock;
import io.javalin.Javalin;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverloadGateTest {

    @Test
    void while_the_store_is_far_behind_what_is_new_is_refused_and_what_was_begun_goes_on(@TempDir Path folder)
            throws Exception {
        CountDownLatch stuck = new CountDownLatch(1);
        try (Store store = SqliteStore.open(folder.resolve("helios.db"))) {
            Connections connections =
                    new Connections(new ConnectionCaps(new TrustedProxies(List.of()), true), new TestClock());
            Javalin http = HttpDoor.with(
                            List.of(new ProblemReplies(), new OverloadGate(store), routes -> {
                                routes.post("/api/v1/jobs", ctx -> ctx.status(202));
                                routes.delete("/api/v1/jobs/1", ctx -> ctx.status(204));
                                routes.get("/api/v1/jobs/1", ctx -> ctx.status(200));
                            }),
                            connections)
                    .start("127.0.0.1", 0);
            String address = "http://127.0.0.1:" + http.port() + "/api/v1/jobs";
            try {
                Request.Builder job = new Request.Builder().url(address).post(RequestBody.create(new byte[0]));
                assertThat(Member.send(job).status()).isEqualTo(202);
                store.submit(tx -> isReleased(stuck));
                CompletableFuture<Boolean> last = fill(store);
                try (Response refused = Member.HTTP.newCall(job.build()).execute()) {
                    assertThat(refused.code()).isEqualTo(503);
                    assertThat(refused.header("Retry-After")).isEqualTo("5");
                    assertThat(refused.body().string()).contains("\"overloaded\"");
                }
                assertThat(status(new Request.Builder().url(address + "/1").delete()))
                        .isEqualTo(204);
                assertThat(status(new Request.Builder().url(address + "/1"))).isEqualTo(200);
                stuck.countDown();
                last.join();
                assertThat(status(job)).isEqualTo(202);
            } finally {
                stuck.countDown();
                HttpDoor.close(http);
            }
        }
    }

    private static boolean isReleased(CountDownLatch stuck) {
        try {
            stuck.await();
            return true;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static CompletableFuture<Boolean> fill(Store store) {
        CompletableFuture<Boolean> last = CompletableFuture.completedFuture(true);
        while (store.room() >= OverloadGate.ROOM_KEPT) {
            last = store.submit(_ -> true);
        }
        return last;
    }

    private static int status(Request.Builder request) throws IOException {
        return Member.send(request).status();
    }
}
