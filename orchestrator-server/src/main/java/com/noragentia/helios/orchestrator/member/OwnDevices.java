/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.member;

import com.noragentia.helios.orchestrator.store.Store;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.api.DeviceList;
import com.noragentia.helios.protocol.api.DeviceSummary;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import java.time.Clock;

/** A member's devices, as the member sees and changes them. */
final class OwnDevices {

    private final Store store;
    private final Departures departures;
    private final Clock clock;
    private final DeviceTable devices = new DeviceTable();
    private final MemberTable members = new MemberTable();

    OwnDevices(Store store, Departures departures, Clock clock) {
        this.store = store;
        this.departures = departures;
        this.clock = clock;
    }

    DeviceList list(Caller caller) {
        return new DeviceList(store.read(tx -> devices.list(tx, caller.member(), caller.device())));
    }

    DeviceSummary rename(Caller caller, String device, String name) {
        String checked = Labels.checked(name);
        return store.write(tx -> {
            if (!devices.rename(tx, caller.member(), device, checked)) {
                throw unknown();
            }
            return devices.list(tx, caller.member(), caller.device()).stream()
                    .filter(summary -> summary.device().equals(device))
                    .findFirst()
                    .orElseThrow(OwnDevices::unknown);
        });
    }

    /** Ends a device for good; once more changes nothing. */
    void revoke(Caller caller, String id) {
        store.write(tx -> {
            Device device = devices.find(tx, id)
                    .filter(found -> found.member().equals(caller.member()))
                    .orElseThrow(OwnDevices::unknown);
            if (!device.isRevoked()) {
                requireAnotherWayIn(tx, caller.member());
                devices.revoke(tx, id, clock.instant());
                departures.moved(tx, id);
            }
            return true;
        });
    }

    private void requireAnotherWayIn(Transaction tx, String member) {
        boolean isRecoverable =
                members.find(tx, member).flatMap(MemberTable.Row::recoveryKey).isPresent();
        if (!isRecoverable && devices.count(tx, member) <= 1) {
            throw new ProblemException(ProblemCode.LAST_DEVICE, "nobody could reach this account any more");
        }
    }

    private static ProblemException unknown() {
        return new ProblemException(ProblemCode.NOT_FOUND, "the member has no such device");
    }
}
