/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.orchestrator.edge.AddressRange;
import com.noragentia.helios.orchestrator.edge.TrustedProxies;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The channels are real, though unconnected: what counts is which one, and the address handed in with it. */
class ConnectionCapsTest {

    private final TrustedProxies proxies =
            new TrustedProxies(List.of(AddressRange.parse("10.0.0.7").orElseThrow()));
    private final ConnectionCaps caps = new ConnectionCaps(proxies, true);
    private final List<SocketChannel> channels = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (SocketChannel channel : channels) {
            channel.close();
        }
    }

    @Test
    void an_address_has_no_more_than_its_share_until_it_gives_some_back() throws IOException {
        List<SocketChannel> mine = open(ConnectionCaps.CONNECTIONS_PER_ADDRESS, "192.0.2.1");
        assertThat(admits("192.0.2.1")).isFalse();
        assertThat(admits("192.0.2.2")).isTrue();
        caps.onClosed(mine.getFirst());
        caps.onClosed(mine.getFirst());
        assertThat(admits("192.0.2.1")).isTrue();
        assertThat(admits("192.0.2.1")).isFalse();
    }

    @Test
    void a_network_of_ipv6_counts_as_one() throws IOException {
        for (int i = 0; i < ConnectionCaps.CONNECTIONS_PER_ADDRESS; i++) {
            assertThat(admits("2001:db8:1:2::" + Integer.toHexString(i))).isTrue();
        }
        assertThat(admits("2001:db8:1:2:ffff::1")).isFalse();
        assertThat(admits("2001:db8:1:3::1")).isTrue();
    }

    @Test
    void this_computer_and_trusted_proxies_may_have_any_share() throws IOException {
        open(ConnectionCaps.CONNECTIONS_PER_ADDRESS, "127.0.0.1");
        open(ConnectionCaps.CONNECTIONS_PER_ADDRESS, "10.0.0.7");
        assertThat(admits("127.0.0.1")).isTrue();
        assertThat(admits("10.0.0.7")).isTrue();
    }

    @Test
    void what_was_refused_and_then_closed_takes_nothing_from_others() throws IOException {
        open(ConnectionCaps.CONNECTIONS_PER_ADDRESS, "192.0.2.1");
        SocketChannel refused = channel();
        assertThat(caps.admits(refused, InetAddress.ofLiteral("192.0.2.1"))).isFalse();
        caps.onAcceptFailed(refused, new IOException("closed"));
        assertThat(admits("192.0.2.1")).isFalse();
    }

    private List<SocketChannel> open(int count, String address) throws IOException {
        List<SocketChannel> opened = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            opened.add(channel());
            assertThat(caps.admits(opened.getLast(), InetAddress.ofLiteral(address)))
                    .isTrue();
        }
        return opened;
    }

    private boolean admits(String address) throws IOException {
        return caps.admits(channel(), InetAddress.ofLiteral(address));
    }

    private SocketChannel channel() throws IOException {
        SocketChannel channel = SocketChannel.open();
        channels.add(channel);
        return channel;
    }
}
