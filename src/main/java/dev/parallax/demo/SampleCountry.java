package dev.parallax.demo;

import java.util.List;

/// A country the sample's visitors come from.
enum SampleCountry {
    GB(31, 8),
    DE(14, 20),
    FR(10, 16),
    US(9, 95),
    NL(7, 14),
    IE(6, 18),
    PL(5, 38),
    ES(5, 40),
    IT(4, 38),
    SE(4, 34),
    IN(3, 155),
    BR(2, 200);

    private static final Choice<SampleCountry> ANY =
            Choice.of(List.of(values()), country -> country.share);

    private final double share;
    private final double roundTripMillis;

    /// @param share of all sessions, in per cent
    SampleCountry(double share, double roundTripMillis) {
        this.share = share;
        this.roundTripMillis = roundTripMillis;
    }

    static SampleCountry draw(Dice dice) {
        return ANY.draw(dice);
    }

    /// From the provider's network to the shop, whose server is in London.
    double roundTripMillis() {
        return roundTripMillis;
    }
}
