/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.connection;

import com.noragentia.helios.protocol.crypto.Proofs;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.Socket;
import java.util.Optional;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/**
 * What both ends of a TLS connection, and nobody in the middle, can compute (RFC 9266). Java can since 25 and this program runs on 21 too,
 * so the method is looked for by its name. Thread-safe.
 */
public final class TlsExporter {

    private static final String METHOD = "exportKeyingMaterialData";

    private final Optional<Method> method;

    private TlsExporter(Optional<Method> method) {
        this.method = method;
    }

    /** That of the Java that runs this program. */
    public static TlsExporter ofThisJava() {
        return named(METHOD);
    }

    static TlsExporter named(String method) {
        try {
            return new TlsExporter(
                    Optional.of(ExtendedSSLSession.class.getMethod(method, String.class, byte[].class, int.class)));
        } catch (NoSuchMethodException e) {
            return new TlsExporter(Optional.empty());
        }
    }

    /** What proofs see of a connection whose handshake is over. */
    public Channel channel(Socket socket) {
        return method.isPresent() && socket instanceof SSLSocket tls
                ? new Channel(true, export(method.get(), tls.getSession()))
                : Channel.UNSEEN;
    }

    private static Optional<byte[]> export(Method method, SSLSession session) {
        if (!(session instanceof ExtendedSSLSession)) {
            return Optional.empty();
        }
        try {
            Object value = method.invoke(session, Proofs.EXPORTER_LABEL, new byte[0], Proofs.EXPORTER_BYTES);
            return value instanceof byte[] exported ? Optional.of(exported) : Optional.empty();
        } catch (IllegalAccessException | InvocationTargetException e) {
            return Optional.empty(); // TLS of another provider, or too old
        }
    }
}
