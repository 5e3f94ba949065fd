/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.network;

import com.noragentia.helios.connection.OrchestratorCalls;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import okhttp3.Response;
import okhttp3.sse.EventSource;
import okhttp3.sse.EventSourceListener;
import org.jspecify.annotations.Nullable;

/** Brings what OkHttp reads on its own thread to the thread that follows the job. */
final class FeedListener extends EventSourceListener {

    private final BlockingQueue<FeedSignal> signals;

    FeedListener(BlockingQueue<FeedSignal> signals) {
        this.signals = signals;
    }

    @Override
    public void onOpen(EventSource source, Response response) {
        signals.add(new FeedSignal.Opened());
    }

    @Override
    public void onEvent(EventSource source, @Nullable String id, @Nullable String type, String data) {
        if (id != null && id.matches("[0-9]{1,18}")) {
            signals.add(new FeedSignal.Event(Long.parseLong(id), data));
        }
    }

    @Override
    public void onClosed(EventSource source) {
        signals.add(new FeedSignal.Cut());
    }

    @Override
    public void onFailure(EventSource source, @Nullable Throwable cause, @Nullable Response response) {
        signals.add(response == null || response.isSuccessful() ? new FeedSignal.Cut() : refusal(response));
    }

    private static FeedSignal refusal(Response response) {
        try {
            return new FeedSignal.Refused(OrchestratorCalls.problem(response));
        } catch (IOException e) {
            return new FeedSignal.Cut();
        }
    }
}
