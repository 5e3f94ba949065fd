/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.overload;

import com.noragentia.helios.orchestrator.trial.Member;
import com.noragentia.helios.orchestrator.trial.Worker;
import com.noragentia.helios.protocol.crypto.SigningKey;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Many enrolled workers that all connect at once, all vanish, and all come back at once, every three seconds. */
final class ReconnectStorm implements Attack {

    private static final int PERIOD_SECONDS = 3;

    private final String target;
    private final List<SigningKey> keys;
    private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger waves = new AtomicInteger();
    private final AtomicInteger welcomed = new AtomicInteger();

    ReconnectStorm(String target, List<SigningKey> keys) {
        this.target = target;
        this.keys = keys;
        Member.HTTP.dispatcher().setMaxRequests(keys.size());
        Member.HTTP.dispatcher().setMaxRequestsPerHost(keys.size());
    }

    @Override
    public void begin() {
        var unused = pace.scheduleAtFixedRate(this::wave, 0, PERIOD_SECONDS, TimeUnit.SECONDS);
    }

    private void wave() {
        waves.incrementAndGet();
        for (SigningKey key : keys) {
            Thread.ofVirtual().start(() -> {
                Worker worker = Worker.join(target, key);
                welcomed.incrementAndGet();
                worker.vanish();
            });
        }
    }

    @Override
    public String figures() {
        return waves + " waves of " + keys.size() + ", " + welcomed + " welcomed";
    }

    @Override
    public void close() {
        pace.shutdownNow();
    }
}
