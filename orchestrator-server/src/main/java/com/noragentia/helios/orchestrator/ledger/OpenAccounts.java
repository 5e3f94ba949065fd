/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.ledger.Account;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every open account, under the name of its owner and under its pseudonym. Not thread-safe. */
final class OpenAccounts {

    private final Map<String, MemberAccount> byMember = new HashMap<>();
    private final Map<Account.Member, MemberAccount> members = new HashMap<>();
    private final Map<String, List<DeviceAccount>> byDevice = new HashMap<>();
    private final Map<Account.Pending, DeviceAccount> devices = new HashMap<>();

    Optional<MemberAccount> member(String member) {
        return Optional.ofNullable(byMember.get(member));
    }

    Optional<MemberAccount> of(Account.Member account) {
        return Optional.ofNullable(members.get(account));
    }

    Optional<DeviceAccount> of(Account.Pending account) {
        return Optional.ofNullable(devices.get(account));
    }

    /** One for each owner that the device has had. */
    List<DeviceAccount> device(String device) {
        return byDevice.getOrDefault(device, List.of());
    }

    Optional<DeviceAccount> device(String device, String owner) {
        for (DeviceAccount account : device(device)) {
            if (account.owner().member().equals(owner)) {
                return Optional.of(account);
            }
        }
        return Optional.empty();
    }

    Collection<MemberAccount> members() {
        return members.values();
    }

    Collection<DeviceAccount> devices() {
        return devices.values();
    }

    /** Of all that is stored, as {@link Seal} says. */
    long seal() {
        long members = byMember.values().stream().mapToLong(MemberAccount::seal).sum();
        return members
                + devices.values().stream().mapToLong(DeviceAccount::seal).sum();
    }

    void open(MemberAccount account) {
        byMember.put(account.member(), account);
        members.put(account.account(), account);
    }

    void open(DeviceAccount account) {
        byDevice.computeIfAbsent(account.device(), _ -> new ArrayList<>(1)).add(account);
        devices.put(account.account(), account);
        account.owner().devices().add(account);
    }

    /** Of a member, and of all the member's devices. */
    void close(MemberAccount account) {
        byMember.remove(account.member());
        members.remove(account.account());
        for (DeviceAccount device : account.devices()) {
            devices.remove(device.account());
            byDevice.computeIfPresent(device.device(), (_, accounts) -> {
                accounts.remove(device);
                return accounts.isEmpty() ? null : accounts;
            });
        }
    }
}
