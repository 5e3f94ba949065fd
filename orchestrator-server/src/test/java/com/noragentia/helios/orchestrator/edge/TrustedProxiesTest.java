/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustedProxiesTest {

    private final TrustedProxies proxies = new TrustedProxies(Stream.of("127.0.0.1", "10.0.0.0/8", "2001:db8:ff::/48")
            .map(text -> AddressRange.parse(text).orElseThrow())
            .toList());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "one address          | 192.0.2.1                                | 192.0.2.1",
                "with a port          | 192.0.2.1:4711                           | 192.0.2.1",
                "IPv6                 | 2001:db8:1:2:3:4:5:6                     | 20010db800010002",
                "IPv6 with a port     | [2001:db8:1:2::9]:443                    | 20010db800010002",
                "IPv6 with a zone     | fe80::1%eth0                             | fe80000000000000",
                "IPv4 within IPv6     | ::ffff:192.0.2.1                         | 192.0.2.1",
                "a forged left part   | 203.0.113.9, 192.0.2.1                   | 192.0.2.1",
                "through two proxies  | 203.0.113.9, 192.0.2.1, 10.1.2.3         | 192.0.2.1",
                "through IPv6 proxies | 192.0.2.1 , 2001:db8:ff::1,10.1.2.3      | 192.0.2.1",
                "a forged proxy       | 10.9.9.9, 192.0.2.1, 10.1.2.3            | 192.0.2.1",
                "only proxies         | 10.1.1.1, 10.1.2.3                       | 10.1.1.1",
                "garbage              | unknown                                  | 127.0.0.1",
                "garbage behind one   | 192.0.2.1, <script>, 10.1.2.3            | 10.1.2.3",
                "a name               | localhost                                | 127.0.0.1",
                "too large            | 999.1.1.1                                | 127.0.0.1",
                "a lone number        | 16909060                                 | 127.0.0.1",
                "empty parts          | 192.0.2.1,,                              | 127.0.0.1",
                "an empty header      | ''                                       | 127.0.0.1",
                "control characters   | '192.0.2.1, \u0000'                      | 127.0.0.1",
            })
    void behind_a_trusted_proxy_the_nearest_address_that_is_none_counts(String what, String header, String key) {
        ClientAddress client = proxies.clientOf("127.0.0.1", List.of(header), true);
        assertThat(client.key()).as(what).isEqualTo(key);
        assertThat(client.isOwner()).isFalse();
    }

    @Test
    void a_stranger_cannot_say_from_where_it_comes() {
        assertThat(proxies.clientOf("192.0.2.66", List.of("203.0.113.9"), true).key())
                .isEqualTo("192.0.2.66");
    }

    @Test
    void without_trust_nobody_can() {
        TrustedProxies none = new TrustedProxies(List.of());
        ClientAddress client = none.clientOf("127.0.0.1", List.of("203.0.113.9"), true);
        assertThat(client.key()).isEqualTo("127.0.0.1");
        assertThat(client.isOwner())
                .as("a proxy nobody told us of must not free all behind it")
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1", "127.9.9.9", "[::1]", "0:0:0:0:0:0:0:1"})
    void what_comes_from_this_computer_itself_is_the_owners(String peer) {
        assertThat(proxies.clientOf(peer, List.of(), false).isOwner()).isTrue();
        assertThat(proxies.clientOf(peer, List.of(), true).isOwner()).isFalse();
    }

    @Test
    void several_headers_are_one_list() {
        assertThat(proxies.clientOf("127.0.0.1", List.of("203.0.113.9", "192.0.2.1", "10.0.0.2"), true)
                        .key())
                .isEqualTo("192.0.2.1");
    }

    @Test
    void an_absurdly_long_chain_is_not_walked_to_its_end() {
        String proxiesOnly = "192.0.2.1" + ", 10.0.0.1".repeat(100_000);
        assertThat(proxies.clientOf("127.0.0.1", List.of(proxiesOnly), true).key())
                .isEqualTo("10.0.0.1");
        String digits = "1".repeat(1_000_000);
        assertThat(proxies.clientOf("127.0.0.1", List.of(digits), true).key()).isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.255.255, true",
        "10.0.0.0/8, 11.0.0.0, false",
        "192.0.2.128/25, 192.0.2.127, false",
        "192.0.2.128/25, 192.0.2.129, true",
        "0.0.0.0/0, 203.0.113.7, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "::/0, 2001:db8::1, true",
        "2001:db8:80::/41, 2001:db8:ff::1, true",
        "2001:db8:80::/41, 2001:db8:7f::1, false"
    })
    void a_range_holds_what_begins_alike(String range, String address, boolean contained) {
        assertThat(AddressRange.parse(range)
                        .orElseThrow()
                        .contains(ClientAddress.literal(address).orElseThrow()))
                .isEqualTo(contained);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/33",
        "::/129",
        "10.0.0.0/-1",
        "10.0.0.0/",
        "/8",
        "10.0.0/8",
        "example.org",
        "''",
        "1.2.3.4/8/8"
    })
    void what_is_no_range_is_none(String text) {
        assertThat(AddressRange.parse(text)).isEmpty();
    }
}
