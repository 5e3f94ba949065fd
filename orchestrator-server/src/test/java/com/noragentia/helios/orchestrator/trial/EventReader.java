/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trial;

import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.wire.JsonCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;

/** Reads server-sent events at a test's pace. */
public final class EventReader implements AutoCloseable {

    private static final OkHttpClient PATIENT =
            Member.HTTP.newBuilder().readTimeout(Duration.ofSeconds(20)).build();
    private static final int MAX_BYTES = 8 * 1024 * 1024;

    /** An event and its place. */
    public record Numbered(long id, JobEvent event) {}

    private final Response response;
    private final BufferedSource source;

    private EventReader(Response response) {
        this.response = response;
        this.source = response.body().source();
    }

    static EventReader open(Request request) {
        try {
            return new EventReader(PATIENT.newCall(request).execute());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Reply reply() {
        try {
            return new Reply(
                    response.code(),
                    response.header("Content-Type", ""),
                    response.body().string());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All events until the stream ends. */
    public List<Numbered> rest() {
        List<Numbered> events = new ArrayList<>();
        try {
            while (!source.exhausted()) {
                Numbered next = next();
                events.add(next);
                if (next.event().isLast()) {
                    break;
                }
            }
            return events;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Numbered next() {
        long id = -1;
        try {
            while (true) {
                String line = source.readUtf8LineStrict();
                if (line.startsWith("id: ")) {
                    id = Long.parseLong(line.substring(4));
                } else if (line.startsWith("data: ")) {
                    return new Numbered(id, JsonCodec.decode(line.substring(6), JobEvent.class, MAX_BYTES));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the server has ended the stream. */
    public boolean isAtEnd() {
        try {
            String line = source.readUtf8Line();
            return line == null || (line.isEmpty() && source.exhausted());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        response.close();
    }
}
