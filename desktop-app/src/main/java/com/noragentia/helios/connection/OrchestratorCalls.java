/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.connection;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.wire.JsonCodec;
import com.noragentia.helios.protocol.wire.WireException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.net.URI;
import java.security.cert.CertificateException;
import java.util.Map;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** One request to the orchestrator, one answer: a record, or a {@link ProblemException}. Thread-safe; every call blocks. */
public final class OrchestratorCalls {

    public static final MediaType JSON = MediaType.get("application/json");

    /** No answer of the API is longer; results carry whole answers, so they get as much as a worker's message. */
    private static final long MAX_ANSWER_BYTES = Limit.WORKER_MESSAGE_BYTES.value();

    /**
     * What Java says of an end that speaks something else than TLS, or no version of it that both know. It has no class of its own for that,
     * and says it in no other language (SSLSocketInputRecord, Alert of JSSE).
     */
    private static final Pattern NO_TLS =
            Pattern.compile("unrecognized SSL message|(Unsupported|Unrecognized) record version|protocol_version");

    private static final int CHUNK_BYTES = 16 * 1024;

    private final OkHttpClient http;
    private final HttpUrl base;

    /**
     * @param address the orchestrator's, such as {@code http://127.0.0.1:8437}
     * @throws ProblemException REQUEST_INVALID if it is not an HTTP address
     */
    public OrchestratorCalls(OkHttpClient http, URI address) {
        this.http = http;
        HttpUrl url = HttpUrl.get(address);
        if (url == null) {
            throw new ProblemException(ProblemCode.REQUEST_INVALID, "not an http address", Map.of("reason", "address"));
        }
        this.base = url;
    }

    /** A request under the orchestrator's address; {@code path} has no leading slash. */
    public Request.Builder request(String path) {
        return new Request.Builder().url(url(path));
    }

    /** An address under the orchestrator's. */
    public HttpUrl url(String path) {
        return base.newBuilder().addPathSegments(path).build();
    }

    public <T> T post(String path, Object body, Class<T> answer) {
        return call(request(path).post(json(body)).build(), answer);
    }

    /** As {@link #post(String, Object, Class)}, with a body that depends on the connection. */
    public <T> T post(String path, LateBody body, Class<T> answer) {
        return call(LateBodies.post(request(path), body).build(), answer);
    }

    public static RequestBody json(Object body) {
        return RequestBody.create(JsonCodec.encode(body), JSON);
    }

    /**
     * Sends a request and reads the record it is answered with.
     *
     * @throws ProblemException the orchestrator's problem; NETWORK_UNREACHABLE if it does not answer, with the reason {@code not-helios} if
     *     something else does
     */
    public <T> T call(Request request, Class<T> answer) {
        try (Response response = http.newCall(request).execute()) {
            return JsonCodec.decode(successBody(response), answer, MAX_ANSWER_BYTES);
        } catch (WireException e) {
            throw new ProblemException(notHelios("the answer cannot be read: " + e.getMessage()));
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    /** Sends a request whose answer has nothing to say. */
    public void call(Request request) {
        try (Response response = http.newCall(request).execute()) {
            successBody(response);
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    /**
     * Sends a request and passes on the bytes it is answered with, however many they are.
     *
     * @throws ProblemException as {@link #call(Request, Class)}
     * @throws IOException if {@code target} takes no more
     */
    public void download(Request request, OutputStream target) throws IOException {
        try (Response response = execute(request)) {
            InputStream content = response.body().byteStream();
            byte[] chunk = new byte[CHUNK_BYTES];
            for (int length = read(content, chunk); length >= 0; length = read(content, chunk)) {
                target.write(chunk, 0, length);
            }
        }
    }

    private Response execute(Request request) {
        try {
            Response response = http.newCall(request).execute();
            if (response.isSuccessful()) {
                return response;
            }
            try (response) {
                throw new ProblemException(problem(response));
            }
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    private static int read(InputStream content, byte[] chunk) {
        try {
            return content.read(chunk);
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    private static byte[] successBody(Response response) throws IOException {
        byte[] body = bounded(response.body());
        if (!response.isSuccessful()) {
            throw new ProblemException(problem(response, body));
        }
        return body;
    }

    /** The problem that a failed answer carries. Closes nothing. */
    public static Problem problem(Response response) throws IOException {
        return problem(response, bounded(response.body()));
    }

    private static Problem problem(Response response, byte[] body) {
        return RetryAfter.noted(problem(response.code(), body), response.header("Retry-After"));
    }

    private static Problem problem(int status, byte[] body) {
        try {
            return JsonCodec.decode(body, Problem.class, MAX_ANSWER_BYTES);
        } catch (WireException e) {
            String detail = "HTTP " + status + " without a problem";
            // What a proxy says for an orchestrator that is away.
            return status == 502 || status == 503 || status == 504
                    ? Problem.of(ProblemCode.NETWORK_UNREACHABLE, detail)
                    : notHelios(detail);
        }
    }

    /** Whether TLS is there, but nobody known vouches for the other end; without TLS at the other end, it is another kind of failure. */
    private static boolean isDistrusted(IOException cause) {
        return cause instanceof SSLPeerUnverifiedException
                || (cause instanceof SSLException && cause.getCause() instanceof CertificateException);
    }

    /** A handshake that was only cut tells nothing of who is there: the line broke, or a proxy has nobody behind it. */
    private static boolean isNoTls(IOException cause) {
        return cause instanceof SSLException
                && NO_TLS.matcher(String.valueOf(cause.getMessage())).find();
    }

    private static byte[] bounded(ResponseBody body) throws IOException {
        return body.byteStream().readNBytes((int) MAX_ANSWER_BYTES + 1);
    }

    /** Somebody answers, but not as an orchestrator does: another program, a proxy in between, or a wrong port. */
    private static Problem notHelios(String detail) {
        return new Problem(ProblemCode.NETWORK_UNREACHABLE, detail, Map.of("reason", "not-helios"));
    }

    private static ProblemException unreachable(IOException cause) {
        if (isDistrusted(cause)) {
            return new ProblemException(
                    ProblemCode.NETWORK_UNREACHABLE, "the certificate is not good", Map.of("reason", "certificate"));
        }
        if (cause instanceof ProtocolException || isNoTls(cause)) {
            return new ProblemException(notHelios("no HTTP: " + cause.getClass().getSimpleName()));
        }
        return new ProblemException(
                ProblemCode.NETWORK_UNREACHABLE,
                "no answer: " + cause.getClass().getSimpleName());
    }
}
