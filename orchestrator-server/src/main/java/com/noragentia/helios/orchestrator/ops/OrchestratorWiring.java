/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.noragentia.helios.orchestrator.blob.BlobWiring;
import com.noragentia.helios.orchestrator.catalogue.Catalogue;
import com.noragentia.helios.orchestrator.catalogue.CatalogueWiring;
import com.noragentia.helios.orchestrator.dispatch.DispatchWiring;
import com.noragentia.helios.orchestrator.dispatch.Seeds;
import com.noragentia.helios.orchestrator.dispatch.TaskDesk;
import com.noragentia.helios.orchestrator.edge.AddressLimits;
import com.noragentia.helios.orchestrator.edge.BufferedRandom;
import com.noragentia.helios.orchestrator.edge.ProblemReplies;
import com.noragentia.helios.orchestrator.edge.RateLimit;
import com.noragentia.helios.orchestrator.edge.Routes;
import com.noragentia.helios.orchestrator.edge.Secrets;
import com.noragentia.helios.orchestrator.edge.TlsExporter;
import com.noragentia.helios.orchestrator.edge.TokenBuckets;
import com.noragentia.helios.orchestrator.edge.TrustedProxies;
import com.noragentia.helios.orchestrator.job.JobWiring;
import com.noragentia.helios.orchestrator.ledger.OpenHolds;
import com.noragentia.helios.orchestrator.ledger.PricesInForce;
import com.noragentia.helios.orchestrator.member.Authentication;
import com.noragentia.helios.orchestrator.member.Device;
import com.noragentia.helios.orchestrator.member.MemberWiring;
import com.noragentia.helios.orchestrator.placement.Placement;
import com.noragentia.helios.orchestrator.store.SqliteStore;
import com.noragentia.helios.orchestrator.store.Store;
import com.noragentia.helios.orchestrator.store.UnheardFailure;
import com.noragentia.helios.orchestrator.trust.Kin;
import com.noragentia.helios.orchestrator.trust.TrustWiring;
import com.noragentia.helios.orchestrator.worker.KnownDevice;
import com.noragentia.helios.orchestrator.worker.ProbePicture;
import com.noragentia.helios.orchestrator.worker.WorkerWiring;
import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.Scope;
import com.noragentia.helios.protocol.crypto.SigningKey;
import com.noragentia.helios.protocol.task.TaskInput;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;

/** Joins the slices. What one slice needs of another without being allowed to call it is handed over here. */
final class OrchestratorWiring implements AutoCloseable {

    private static final Duration CHECK_INTERVAL = Duration.ofMillis(250);
    private static final Duration SWEEP_INTERVAL = Duration.ofSeconds(30);

    private final Store store;
    private final ShutdownGate gate = new ShutdownGate();
    private final JobWiring jobs;
    private final WorkerWiring workers;
    private final Connections connections;
    private final List<Routes> routes;

    private OrchestratorWiring(
            Configuration configuration,
            DataFolder folder,
            Store store,
            SigningKey key,
            Clock clock,
            SecureRandom random,
            ScheduledExecutorService timer)
            throws IOException {
        this.store = store;
        Secrets secrets = new Secrets(random);
        BufferedRandom chance = new BufferedRandom(random);
        ModelPreference preference = new ModelPreference(configuration.rules().preferredModels());
        TokenBuckets buckets = new TokenBuckets(clock, configuration.rateLimits());
        TrustedProxies proxies = new TrustedProxies(configuration.trustedProxies());
        this.connections = new Connections(new ConnectionCaps(proxies, configuration.rateLimits()), clock);
        Kin kin = new Kin(Secrets.hash("helios-networks-1\n" + key.encoded()).getBytes(UTF_8), clock);
        MemberWiring members = new MemberWiring(
                store,
                secrets,
                clock,
                key.verifyingKey(),
                buckets,
                configuration.rules().enrolment(),
                new KinMeetings(kin),
                network -> Secrets.hash("helios-foundings-1\n" + key.encoded() + "\n" + network));
        CatalogueWiring models = new CatalogueWiring(
                key,
                folder.models(),
                ctx -> members.authentication().caller(ctx).device());
        Catalogue catalogue = models.catalogue();
        BlobWiring blobs = new BlobWiring(
                store,
                clock,
                folder.blobs(),
                configuration.linkSecret().orElseGet(() -> Secrets.hash("helios-links-1\n" + key.encoded())),
                ctx -> uploader(members.authentication(), ctx));
        offerProbes(blobs);
        PricesInForce prices = new PricesInForce(preference.prices(catalogue));
        ContributionWiring contribution = new ContributionWiring(
                configuration.rules(),
                prices,
                store,
                key,
                secrets,
                clock,
                kin,
                blobs.shelf(),
                members.members(),
                tx -> holds().open(tx));
        this.jobs = new JobWiring(store, clock, contribution.till(), prices, kin, catalogue::serving);
        DispatchWiring dispatch = new DispatchWiring(
                store,
                contribution.follower(jobs.follower()),
                contribution.standing()::weight,
                kin,
                clock,
                chance,
                new Seeds(Secrets.hash("helios-seeds-1\n" + key.encoded())),
                secrets::id);
        Placement placement =
                new Placement(PlacedModels.offers(catalogue, preference), new DispatchLoad(dispatch.occupancy()));
        JobWiring.Opened desk = jobs.open(
                dispatch.taskDesk(),
                blobs.shelf(),
                contribution.standing(),
                () -> preference.onOffer(catalogue),
                ModelPreference.installable(),
                (input, model) -> later(timer, () -> arrived(placement, input, model, clock.instant())),
                members.authentication(),
                secrets);
        TrustWiring.Opened checks = contribution
                .trust()
                .open(
                        dispatch.taskDesk(),
                        dispatch.errandDesk(),
                        () -> secrets.id(clock.instant()),
                        chance,
                        ctx -> members.authentication().caller(ctx).device());
        this.workers = new WorkerWiring(
                key.verifyingKey().fingerprint(),
                id -> members.members().device(id).map(OrchestratorWiring::known),
                new PlacedModels(catalogue, preference, placement, clock),
                blobs.links()::link,
                dispatch.leaseDesk(),
                (device, model, loadMillis, _) ->
                        dispatch.leaseDesk().loaded(device, model, Duration.ofMillis(loadMillis)),
                contribution.receipts(),
                (member, address) -> sighted(kin, member, address),
                secrets,
                buckets,
                clock,
                timer);
        // Jobs first: what is cancelled frees its holds while the accounts are still open.
        members.include(jobs.accountPart());
        members.include(contribution.accountPart());
        members.whenDeviceLeaves(device -> later(timer, () -> workers.dismiss(device)));
        this.routes = new ArrayList<>(List.of(
                new ProblemReplies(),
                new AddressLimits(proxies, buckets),
                new TlsExporter(),
                gate,
                new OverloadGate(store),
                new HealthRoutes(store, gate, contribution::openBooks),
                new NetworkRoutes(version(), catalogue, dispatch.roster()),
                members.routes(),
                blobs.routes(),
                models.routes(),
                desk.routes(),
                checks.routes(),
                workers.routes()));
        routes.addAll(contribution.routes(
                jobs.loads(), ctx -> members.authentication().caller(ctx).member()));
        dispatch.leaseDesk().recover();
        FirstCode firstCode = new FirstCode(members.members(), folder.firstCode(), clock);
        Housekeeping housekeeping = new Housekeeping(timer);
        housekeeping.every(
                CHECK_INTERVAL,
                List.of(
                        firstCode::tend,
                        dispatch.leaseDesk()::tend,
                        workers::tendProbes,
                        new PlacementChore(placement, workers, clock),
                        desk.retention()::expireUnserved,
                        desk.retention()::forgetEnded));
        if (configuration.rules().canaries()) {
            housekeeping.every(CHECK_INTERVAL, List.of(checks.sendCanaries()::run));
        }
        housekeeping.every(
                PinnedModelsChore.INTERVAL,
                List.of(new PinnedModelsChore(catalogue, preference, prices, placement, store, workers::takeUpOffer)));
        contribution.keep(housekeeping, workers);
        housekeeping.every(Connections.CHECK_INTERVAL, List.of(connections::closeSlow));
        housekeeping.every(
                SWEEP_INTERVAL,
                List.of(
                        blobs.shelf()::sweep,
                        blobs.links()::forgetExpired,
                        members.members()::forgetExpired,
                        checks.forgetOld()::run,
                        store::scrub));
    }

    static OrchestratorWiring open(
            Configuration configuration, DataFolder folder, Clock clock, ScheduledExecutorService timer)
            throws IOException {
        SecureRandom random = new SecureRandom();
        SigningKey key = folder.key(random);
        Store store = SqliteStore.open(folder.database());
        try {
            return new OrchestratorWiring(configuration, folder, store, key, clock, random, timer);
        } catch (IOException | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /** Placement may wait for workers' sessions, and they for the writer: so the writer never waits for placement. */
    private static void later(ScheduledExecutorService timer, Runnable step) {
        if (!timer.isShutdown()) {
            timer.execute(step);
        }
    }

    private static void arrived(Placement placement, TaskInput input, Optional<String> model, Instant now) {
        double credits = TaskDesk.cost(input);
        model.ifPresentOrElse(
                named -> placement.named(named, credits, now), () -> placement.arrived(input.expert(), credits, now));
    }

    private static void offerProbes(BlobWiring blobs) {
        try {
            blobs.shelf().offer(ProbePicture.NAME, ProbePicture.content());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the picture of the probe", e);
        }
    }

    /** Whose upload it is; its bytes are counted before they are read. */
    private static String uploader(Authentication authentication, Context ctx) {
        long bytes = Math.clamp(ctx.req().getContentLengthLong(), 0, Limit.ATTACHMENT_BYTES.value());
        return authentication
                .caller(ctx, Scope.ASK, RateLimit.UPLOAD_BYTES_PER_MEMBER, bytes)
                .member();
    }

    private void sighted(Kin kin, String member, InetAddress address) {
        UnheardFailure.log("noting where a worker is", store.submit(tx -> {
            kin.seen(tx, member, address);
            return true;
        }));
    }

    private OpenHolds holds() {
        return jobs.holds();
    }

    private static KnownDevice known(Device device) {
        return new KnownDevice(device.id(), device.member(), device.name(), device.key());
    }

    private static String version() {
        return Optional.ofNullable(OrchestratorWiring.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    Connections connections() {
        return connections;
    }

    List<Routes> routes() {
        return routes;
    }

    /** Refuses new work, asks workers to drain, lets go of those who follow jobs. */
    void beginStop() {
        gate.close();
        workers.drain();
        jobs.close();
    }

    @Override
    public void close() {
        store.close();
        workers.close();
    }
}
