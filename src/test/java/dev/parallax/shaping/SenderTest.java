package dev.parallax.shaping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parallax.measure.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The arithmetic of the link and of TCP, without a clock.
final class SenderTest {
    private static final double MILLIS = 1e6;
    private static final long SOME_TIME = 123_456_789_012_345L;

    /// Times of real kernel TCP (Reno, a queue of 200 ms) from connect to the last byte, less the
    /// round trip of the connect and half of one for the request.
    @ParameterizedTest
    @CsvSource({
        "40, 9, 100000, 216",
        "150, 9, 100000, 657",
        "150, 50, 1000000, 1219",
        "300, 50, 1000000, 2420",
    })
    void oneResponseTakesWhatItTakesOverKernelTcp(
            double rtt, double megabits, int bytes, double kernelMillis) {
        Sender sender = link(rtt, megabits).down();

        double millis = transfer(sender, SOME_TIME, bytes) + 1.5 * rtt;

        assertThat(millis).isCloseTo(kernelMillis, Percentage.withPercentage(1.5));
    }

    @Test
    void theWindowDoublesEachRoundTrip() {
        Sender sender = link(100, 0).down();

        var left = new ArrayList<Double>();
        long at = 0;
        for (int segment = 0; segment < 70; segment++) {
            at = sender.mayLeave(at);
            sender.send(at, Link.SEGMENT_BYTES);
            left.add(at / MILLIS);
        }

        assertThat(left.subList(0, 10)).containsOnly(0.0);
        assertThat(left.subList(10, 30)).containsOnly(100.0);
        assertThat(left.subList(30, 70)).containsOnly(200.0);
    }

    @Test
    void aSenderWithLittleToSendKeepsItsWindow() {
        Sender sender = link(100, 0).down();
        long at = 0;
        for (int request = 0; request < 50; request++) {
            at = sender.mayLeave(at + 100_000_000);
            sender.send(at, 100);
        }

        long burst = at + 100_000_000;
        long last = burst;
        for (int segment = 0; segment < 20; segment++) {
            last = sender.mayLeave(last);
            sender.send(last, Link.SEGMENT_BYTES);
        }

        assertThat((last - burst) / MILLIS).isEqualTo(100.0);
    }

    @Test
    void slowStartBeginsAnewBehindAPause() {
        Sender sender = link(100, 0).down();
        transfer(sender, 0, 1_000_000);
        long later = 60_000_000_000L;

        long at = later;
        for (int segment = 0; segment < 11; segment++) {
            at = sender.mayLeave(at);
            sender.send(at, Link.SEGMENT_BYTES);
        }

        assertThat((at - later) / MILLIS).isEqualTo(100.0);
    }

    @Test
    void aLinkCarriesNoMoreThanItsBandwidthWhoeverSends() {
        var random = new Random(7);
        for (int round = 0; round < 50; round++) {
            double megabits = 0.4 + random.nextDouble() * 50;
            double rtt = random.nextInt(400);
            AccessLink link = link(rtt, megabits);
            List<Sender> senders = Stream.generate(link::down).limit(5).toList();
            var ready = new long[senders.size()];
            long bytes = 0;
            long lastArrival = 0;
            for (int segment = 0; segment < 500; segment++) {
                int who = random.nextInt(senders.size());
                int length = 1 + random.nextInt(Link.SEGMENT_BYTES);
                long at = senders.get(who).mayLeave(ready[who]);
                assertThat(at).isGreaterThanOrEqualTo(ready[who]);
                long arrival = senders.get(who).send(at, length);
                assertThat(arrival)
                        .isGreaterThanOrEqualTo(lastArrival)
                        .isGreaterThanOrEqualTo(at + Math.round(rtt * MILLIS / 2));
                ready[who] = at;
                lastArrival = arrival;
                bytes += length + Link.HEADER_BYTES;
            }
            double carryingMillis = bytes * 8 / (megabits * 1000);
            assertThat(lastArrival / MILLIS)
                    .isGreaterThanOrEqualTo(carryingMillis + rtt / 2 - 0.01);
        }
    }

    @Test
    void theQueueBeforeTheLinkDoesNotGrowWithoutEnd() {
        AccessLink link = link(40, 1.6);
        Sender sender = link.down();
        long at = 0;
        double longest = 0;
        for (int segment = 0; segment < 5_000; segment++) {
            at = sender.mayLeave(at);
            longest = Math.max(longest, (sender.send(at, Link.SEGMENT_BYTES) - at) / MILLIS);
        }
        assertThat(longest).isBetween(200.0, 450.0);
        assertThat(at / MILLIS).isCloseTo(5_000 * 1500 * 8 / 1600.0, within(500.0));
    }

    @Test
    void aSegmentTakesTheTimeOfItsPacketAndHalfARoundTrip() {
        var link = new Link(1000, 20_000_000);

        assertThat(link.carry(SOME_TIME, 1448)).isEqualTo(SOME_TIME + 21_500_000);
        assertThat(link.carry(SOME_TIME, 1448)).isEqualTo(SOME_TIME + 23_000_000);
        assertThat(link.backlogNanos(SOME_TIME)).isEqualTo(3_000_000);
        assertThat(link.carry(SOME_TIME + 9_000_000, 448)).isEqualTo(SOME_TIME + 29_500_000);
    }

    private static AccessLink link(double rttMillis, double megabits) {
        double kbps = megabits * 1000;
        return new AccessLink(Shape.of(new Network(rttMillis, kbps, kbps, Network.Method.PROXY)));
    }

    /// From the first byte's leaving to the last one's arrival, milliseconds.
    private static double transfer(Sender sender, long startNanos, int bytes) {
        long at = startNanos;
        long arrival = at;
        for (int left = bytes; left > 0; left -= Link.SEGMENT_BYTES) {
            at = sender.mayLeave(at);
            arrival = sender.send(at, Math.min(left, Link.SEGMENT_BYTES));
        }
        return (arrival - startNanos) / MILLIS;
    }
}
