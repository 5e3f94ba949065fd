/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.installation.DataFolder;
import com.noragentia.helios.installation.Membership;
import com.noragentia.helios.installation.PrivateFiles;
import com.noragentia.helios.protocol.api.ChallengeIssued;
import com.noragentia.helios.protocol.api.ChallengeRequest;
import com.noragentia.helios.protocol.api.ModelsOnOffer;
import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.TokenGranted;
import com.noragentia.helios.protocol.api.TokenRequest;
import com.noragentia.helios.protocol.crypto.Proofs;
import com.noragentia.helios.protocol.crypto.Sha256;
import com.noragentia.helios.protocol.crypto.SigningKey;
import com.noragentia.helios.protocol.model.ModelFile;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.model.SignedManifest;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.wire.JsonCodec;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** An orchestrator that knows one device, gives it tokens for good proofs, and mirrors models. */
final class SmallNetwork implements AutoCloseable {

    private final HttpServer server;
    private final SigningKey key = SigningKey.generate(new SecureRandom());
    private final SigningKey device = SigningKey.generate(new SecureRandom());
    private final List<SignedManifest> offer = new CopyOnWriteArrayList<>();
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final List<String> tokens = new CopyOnWriteArrayList<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();

    SmallNetwork() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Makes a data folder that of the device. */
    void join(DataFolder folder) throws IOException {
        PrivateFiles.write(folder.file("device.json"), Map.of("key", device.encoded(), "name", "test"));
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        new Membership(
                        address,
                        "member",
                        device.verifyingKey().fingerprint(),
                        key.verifyingKey().encoded())
                .save(folder);
    }

    /** Offers a model of one file, mirrored. */
    ModelManifest offer(String id, byte[] content) {
        String sha256 = Sha256.hex(content);
        files.put(sha256, content);
        ModelFile file = new ModelFile(id + ".bin", content.length, sha256, List.of(URI.create("mirror:/" + sha256)));
        ModelManifest manifest =
                new ModelManifest(id, "A model", List.of(Expert.CHAT), List.of(), "CC0-1.0", 1, List.of(file));
        offer.add(SignedManifest.sign(manifest, key));
        return manifest;
    }

    void offerUnsigned(ModelManifest manifest) {
        offer.add(SignedManifest.sign(manifest, SigningKey.generate(new SecureRandom())));
    }

    /** From now on the mirror gives other bytes. */
    void lie() {
        files.replaceAll((hash, content) -> {
            byte[] other = content.clone();
            other[0] ^= 1;
            return other;
        });
    }

    ModelsOnOffer offer() {
        return new ModelsOnOffer(new ArrayList<>(offer));
    }

    /** Forgets the tokens it gave, as a network does that was started anew. */
    void forgetTokens() {
        tokens.clear();
    }

    /** Tokens that were shown and not taken. */
    List<String> refused() {
        return List.copyOf(refused);
    }

    private void answer(HttpExchange request) throws IOException {
        try (request) {
            String path = request.getRequestURI().getPath();
            byte[] body = request.getRequestBody().readAllBytes();
            if (path.equals("/api/v1/models")) {
                reply(request, 200, JsonCodec.encode(offer()));
            } else if (path.equals("/api/v1/challenges")) {
                JsonCodec.decode(body, ChallengeRequest.class, 10_000);
                ChallengeIssued challenge = new ChallengeIssued(
                        "nonce", key.verifyingKey().fingerprint(), Instant.now().plusSeconds(10));
                reply(request, 200, JsonCodec.encode(challenge));
            } else if (path.equals("/api/v1/tokens")) {
                grant(request, JsonCodec.decode(body, TokenRequest.class, 10_000));
            } else {
                mirror(request, path.substring(path.lastIndexOf('/') + 1));
            }
        }
    }

    private void grant(HttpExchange request, TokenRequest asked) throws IOException {
        byte[] proof = Proofs.token(key.verifyingKey().fingerprint(), asked.nonce(), asked.device());
        if (!device.verifyingKey().verifies(proof, asked.proof())) {
            reply(request, 403, JsonCodec.encode(Problem.of(ProblemCode.PROOF_INVALID, "no")));
            return;
        }
        tokens.add("token-" + System.nanoTime());
        reply(
                request,
                200,
                JsonCodec.encode(
                        new TokenGranted(tokens.getLast(), Instant.now().plusSeconds(600))));
    }

    private void mirror(HttpExchange request, String hash) throws IOException {
        String shown = String.valueOf(request.getRequestHeaders().getFirst("Authorization"));
        byte[] content = files.get(hash);
        if (!tokens.contains(shown.replace("Bearer ", ""))) {
            refused.add(shown);
            reply(request, 401, JsonCodec.encode(Problem.of(ProblemCode.UNAUTHENTICATED, "no")));
        } else if (content == null) {
            reply(request, 404, JsonCodec.encode(Problem.of(ProblemCode.FILE_NOT_FOUND, "no")));
        } else {
            reply(request, 200, content);
        }
    }

    private static void reply(HttpExchange request, int status, byte[] body) throws IOException {
        request.sendResponseHeaders(status, body.length);
        request.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
