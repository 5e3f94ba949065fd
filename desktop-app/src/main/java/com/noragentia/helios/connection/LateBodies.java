/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.connection;

import java.io.IOException;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** Writes each {@link LateBody} once its connection is there. Belongs among the network interceptors of a client. Thread-safe. */
final class LateBodies implements Interceptor {

    private final TlsExporter exporter;

    LateBodies(TlsExporter exporter) {
        this.exporter = exporter;
    }

    /** Marks a request whose body is written late. */
    static Request.Builder post(Request.Builder request, LateBody body) {
        return request.tag(LateBody.class, body).post(new Unwritten());
    }

    /** Stands in until then. Should it ever be sent, as by a client without this interceptor, the call fails. */
    private static final class Unwritten extends RequestBody {
        @Override
        public @Nullable MediaType contentType() {
            return OrchestratorCalls.JSON;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            throw new IOException("this client cannot write a body for its connection");
        }
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        LateBody late = request.tag(LateBody.class);
        Connection connection = chain.connection();
        if (late == null || connection == null) {
            return chain.proceed(request);
        }
        RequestBody body = OrchestratorCalls.json(late.on(exporter.channel(connection.socket())));
        return chain.proceed(request.newBuilder()
                .removeHeader("Transfer-Encoding")
                .header("Content-Length", Long.toString(body.contentLength()))
                .post(body)
                .build());
    }
}
