/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.noragentia.helios.orchestrator.trial.Member;
import com.noragentia.helios.orchestrator.trial.Network;
import com.noragentia.helios.orchestrator.trial.TestClock;
import com.noragentia.helios.orchestrator.trial.Worker;
import com.noragentia.helios.protocol.api.DeviceList;
import com.noragentia.helios.protocol.api.DeviceRename;
import com.noragentia.helios.protocol.api.DeviceSummary;
import com.noragentia.helios.protocol.api.EnrolmentCode;
import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.NetworkSummary;
import com.noragentia.helios.protocol.api.ProblemCode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnDevicesTest {

    private final TestClock clock = new TestClock();
    private Network network;
    private Member laptop;
    private Member phone;

    @BeforeEach
    void start(@TempDir Path data) {
        network = new Network(data, clock);
        laptop = network.firstMember();
        phone = network.anotherDevice(laptop, "phone");
    }

    @AfterEach
    void stop() {
        network.close();
    }

    @Test
    void a_member_sees_its_devices_and_which_one_it_uses() {
        DeviceList list = devices(phone);

        assertThat(list.devices())
                .extracting(DeviceSummary::name, DeviceSummary::current)
                .containsExactlyInAnyOrder(tuple("first computer", false), tuple("phone", true));
        assertThat(list.devices()).allMatch(device -> clock.instant().equals(device.seenAt()));
    }

    @Test
    void a_device_gets_another_name() {
        DeviceSummary renamed =
                laptop.patch(path(phone), new DeviceRename("old phone")).as(DeviceSummary.class);

        assertThat(renamed.name()).isEqualTo("old phone");
        assertThat(laptop.patch(path(phone), new DeviceRename("a\nb")).problem())
                .isEqualTo(ProblemCode.REQUEST_INVALID);
    }

    @Test
    void nobody_touches_the_devices_of_another() {
        Member stranger = network.anotherMember("stranger");

        assertThat(stranger.patch(path(phone), new DeviceRename("mine")).problem())
                .isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(stranger.delete(path(phone)).problem()).isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(devices(stranger).devices()).hasSize(1);
    }

    @Test
    void a_revoked_device_is_out_at_once_and_for_good() {
        assertThat(phone.get("/api/v1/me").status()).isEqualTo(200); // so that its token is remembered

        assertThat(laptop.delete(path(phone)).status()).isEqualTo(204);

        assertThat(phone.get("/api/v1/me").problem()).isEqualTo(ProblemCode.UNAUTHENTICATED);
        assertThat(phone.tryToken(phone.challenge()).problem()).isEqualTo(ProblemCode.DEVICE_REVOKED);
        EnrolmentCode code = laptop.post("/api/v1/me/enrolment-codes", Map.of()).as(EnrolmentCode.class);
        assertThat(phone.tryEnrol(code.code()).problem()).isEqualTo(ProblemCode.DEVICE_REVOKED);
        assertThat(laptop.delete(path(phone)).status()).isEqualTo(204);
        assertThat(devices(laptop).devices().getLast().revokedAt()).isEqualTo(clock.instant());
    }

    @Test
    void a_revoked_device_works_no_more() {
        try (Worker worker = Worker.join(phone)) {
            Objects.requireNonNull(worker);
            Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> online() == 1);

            laptop.delete(path(phone));

            Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> online() == 0);
        }
    }

    @Test
    void the_last_way_in_cannot_be_revoked() {
        laptop.delete(path(phone));

        assertThat(laptop.delete(path(laptop)).problem()).isEqualTo(ProblemCode.LAST_DEVICE);
    }

    @Test
    void an_account_holds_so_many_open_codes() {
        for (int i = 1; i < Limit.OPEN_CODES_PER_MEMBER.value() + 1; i++) {
            assertThat(laptop.post("/api/v1/me/invitations", Map.of()).status()).isEqualTo(201);
        }
        assertThat(laptop.post("/api/v1/me/invitations", Map.of()).problem()).isEqualTo(ProblemCode.ACCOUNT_FULL);
    }

    private int online() {
        return laptop.get("/api/v1/network").as(NetworkSummary.class).workersOnline();
    }

    private static DeviceList devices(Member member) {
        return member.get("/api/v1/me/devices").as(DeviceList.class);
    }

    private static String path(Member device) {
        return "/api/v1/me/devices/" + device.device();
    }
}
