/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.edge;

import com.noragentia.helios.protocol.api.ChannelBinding;
import com.noragentia.helios.protocol.crypto.Proofs;
import io.javalin.config.RoutesConfig;
import io.javalin.websocket.WsContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLException;
import org.eclipse.jetty.io.EndPoint;

/** The value that both ends of a TLS connection, and nobody in the middle, can compute (RFC 9266), where TLS ends at this program. */
public final class TlsExporter implements Routes {

    private static final String KEPT = "helios.tls-exporter";

    /** Keeps the value of a connection that is about to become a WebSocket, for then the request is no more. */
    @Override
    public void addTo(RoutesConfig routes) {
        routes.wsBeforeUpgrade(ctx -> of(ctx.req()).ifPresent(exporter -> ctx.attribute(KEPT, exporter)));
    }

    /** That of the connection which became this WebSocket. */
    public static Optional<byte[]> of(WsContext ctx) {
        return Optional.ofNullable(ctx.attribute(KEPT));
    }

    /** What a proof that comes by this connection may be bound to. */
    public static ChannelBinding binding(HttpServletRequest request) {
        return of(request).isPresent() ? ChannelBinding.TLS_EXPORTER : ChannelBinding.NONE;
    }

    /** Empty without TLS, or where a proxy ends it. */
    public static Optional<byte[]> of(HttpServletRequest request) {
        if (request.getAttribute(EndPoint.SslSessionData.ATTRIBUTE) instanceof EndPoint.SslSessionData tls
                && tls.sslSession() instanceof ExtendedSSLSession session) {
            return export(session);
        }
        return Optional.empty();
    }

    private static Optional<byte[]> export(ExtendedSSLSession session) {
        try {
            return Optional.of(
                    session.exportKeyingMaterialData(Proofs.EXPORTER_LABEL, new byte[0], Proofs.EXPORTER_BYTES));
        } catch (SSLException | UnsupportedOperationException e) {
            return Optional.empty(); // TLS of another provider, or too old
        }
    }
}
