package dev.parallax.http;

import dev.parallax.measure.BodyPreview;
import dev.parallax.measure.ByteSizes;
import dev.parallax.measure.ExchangeDetail;
import dev.parallax.measure.Initiator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.Header;

/// What a run keeps of a hop beyond its bar in the waterfall.
final class ExchangeDetails {
    private static final Pattern TEXT =
            Pattern.compile("text/.*|application/(.*\\+)?(json|xml|javascript|x-ndjson).*");

    private ExchangeDetails() {}

    /// @param previous the address that sent here, empty if a step did
    static ExchangeDetail of(Received received, String previous, Mask mask) {
        Received.Transfer transfer = received.transfer();
        return new ExchangeDetail(
                new Initiator(
                        previous.isEmpty() ? Initiator.Kind.VISITOR : Initiator.Kind.REDIRECT,
                        previous,
                        0),
                kept(transfer.sentHeaders(), mask),
                kept(received.headers(), mask),
                new ByteSizes(
                        -1,
                        transfer.sentBodyBytes(),
                        Math.max(-1, transfer.receivedBytes() - transfer.bodyBytes()),
                        transfer.bodyBytes(),
                        received.cut() ? -1 : transfer.plainBytes()),
                received.remoteAddress(),
                ExchangeDetail.Source.NETWORK,
                received.tls(),
                preview(received, mask));
    }

    private static List<dev.parallax.measure.Header> kept(List<Header> headers, Mask mask) {
        return headers.stream()
                .limit(dev.parallax.measure.Header.MOST)
                .map(header ->
                        dev.parallax.measure.Header.kept(
                                header.getName(),
                                mask.hide(header.getValue() == null ? "" : header.getValue())))
                .toList();
    }

    private static Optional<BodyPreview> preview(Received received, Mask mask) {
        String type = received.mediaType();
        return received.body().isEmpty() || !TEXT.matcher(type).matches()
                ? Optional.empty()
                : Optional.of(BodyPreview.of(type, received.body()).masked(mask::hide));
    }
}
