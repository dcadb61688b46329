package dev.parallax.store;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import dev.parallax.measure.BodyPreview;
import dev.parallax.measure.ByteSizes;
import dev.parallax.measure.Exchange;
import dev.parallax.measure.ExchangeDetail;
import dev.parallax.measure.Header;
import dev.parallax.measure.Initiator;
import dev.parallax.measure.Iteration;
import dev.parallax.measure.PageMessage;
import dev.parallax.measure.TlsDetail;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The packed JSON in the table `iteration_detail`. Members that are missing count as empty, those
/// of later versions are passed over; headers repeat so much that a tenth of it is left.
///
/// @param exchanges the details of the iteration's exchanges, in their order
/// @param messages what its pages said
record DetailJson(List<ExchangeDetail> exchanges, List<PageMessage> messages) {
    static final DetailJson NONE = new DetailJson(List.of(), List.of());

    private static final Logger LOG = LoggerFactory.getLogger(DetailJson.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LEVEL = 3;

    /// A file may come from a stranger: more than this is not unpacked.
    private static final long MOST_BYTES = 256L << 20;

    /// The packed details of an iteration; empty if it has none.
    static Optional<byte[]> pack(Iteration iteration) {
        boolean bare =
                iteration.exchanges().stream()
                        .allMatch(each -> each.detail().equals(ExchangeDetail.NONE));
        if (bare && iteration.evidence().messages().isEmpty()) {
            return Optional.empty();
        }
        ObjectNode node = JSON.createObjectNode();
        ArrayNode exchanges = node.putArray("exchanges");
        for (Exchange exchange : iteration.exchanges()) {
            write(exchanges.addObject(), exchange.detail());
        }
        ArrayNode messages = node.putArray("messages");
        for (PageMessage message : iteration.evidence().messages()) {
            messages.addObject()
                    .put("at", message.atMillis())
                    .put("level", message.level().key())
                    .put("text", message.text())
                    .put("source", message.source());
        }
        byte[] bytes = JSON.writeValueAsString(node).getBytes(StandardCharsets.UTF_8);
        return Optional.of(Zstd.compress(bytes, LEVEL));
    }

    private static void write(ObjectNode node, ExchangeDetail detail) {
        if (detail.equals(ExchangeDetail.NONE)) {
            return;
        }
        node.putObject("initiator")
                .put("kind", detail.initiator().kind().key())
                .put("url", detail.initiator().url())
                .put("line", detail.initiator().line());
        write(node.putArray("request"), detail.requestHeaders());
        write(node.putArray("response"), detail.responseHeaders());
        ByteSizes sizes = detail.sizes();
        node.putArray("sizes")
                .add(sizes.requestHeaderBytes())
                .add(sizes.requestBodyBytes())
                .add(sizes.responseHeaderBytes())
                .add(sizes.responseBodyBytes())
                .add(sizes.decodedBodyBytes());
        node.put("remote", detail.remoteAddress()).put("source", detail.source().key());
        detail.tls()
                .ifPresent(tls ->
                        node.putObject("tls")
                                .put("protocol", tls.protocol())
                                .put("cipher", tls.cipher())
                                .put("subject", tls.subject())
                                .put("issuer", tls.issuer())
                                .put("from", text(tls.validFrom()))
                                .put("to", text(tls.validTo())));
        detail.body()
                .ifPresent(body ->
                        node.putObject("body")
                                .put("type", body.mediaType())
                                .put("text", body.text())
                                .put("whole", body.wholeCharacters()));
    }

    private static void write(ArrayNode into, List<Header> headers) {
        headers.forEach(header -> into.addArray().add(header.name()).add(header.value()));
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    /// The details as they were packed; none if they cannot be read.
    static DetailJson unpack(byte[] data) {
        try {
            long size = Zstd.getFrameContentSize(data);
            if (size < 0 || size > MOST_BYTES) {
                LOG.warn("details of an iteration are {} bytes long and are left out", size);
                return NONE;
            }
            JsonNode node = JSON.readTree(Zstd.decompress(data, (int) size));
            var exchanges = new ArrayList<ExchangeDetail>();
            node.path("exchanges").forEach(each -> exchanges.add(detail(each)));
            var messages = new ArrayList<PageMessage>();
            node.path("messages").forEach(each -> messages.add(message(each)));
            return new DetailJson(exchanges, messages);
        } catch (ZstdException | tools.jackson.core.JacksonException damaged) {
            LOG.warn("details of an iteration cannot be read", damaged);
            return NONE;
        }
    }

    private static ExchangeDetail detail(JsonNode node) {
        if (node.isEmpty()) {
            return ExchangeDetail.NONE;
        }
        JsonNode sizes = node.path("sizes");
        return new ExchangeDetail(
                initiator(node.path("initiator")),
                headers(node.path("request")),
                headers(node.path("response")),
                new ByteSizes(
                        sizes.path(0).asLong(-1),
                        sizes.path(1).asLong(-1),
                        sizes.path(2).asLong(-1),
                        sizes.path(3).asLong(-1),
                        sizes.path(4).asLong(-1)),
                node.path("remote").asString(""),
                Keys.find(
                        ExchangeDetail.Source.values(),
                        ExchangeDetail.Source::key,
                        node.path("source").asString("network")),
                node.has("tls") ? Optional.of(tls(node.path("tls"))) : Optional.empty(),
                node.has("body") ? Optional.of(body(node.path("body"))) : Optional.empty());
    }

    private static Initiator initiator(JsonNode node) {
        return new Initiator(
                Keys.find(
                        Initiator.Kind.values(),
                        Initiator.Kind::key,
                        node.path("kind").asString("other")),
                node.path("url").asString(""),
                Math.max(node.path("line").asInt(0), 0));
    }

    private static List<Header> headers(JsonNode array) {
        var headers = new ArrayList<Header>();
        array.forEach(pair ->
                headers.add(new Header(pair.path(0).asString(""), pair.path(1).asString(""))));
        return headers;
    }

    private static TlsDetail tls(JsonNode node) {
        return new TlsDetail(
                node.path("protocol").asString(""),
                node.path("cipher").asString(""),
                node.path("subject").asString(""),
                node.path("issuer").asString(""),
                instant(node.path("from")),
                instant(node.path("to")));
    }

    private static @Nullable Instant instant(JsonNode node) {
        return node.isString() ? Instant.parse(node.asString()) : null;
    }

    private static BodyPreview body(JsonNode node) {
        return new BodyPreview(
                node.path("type").asString(""),
                node.path("text").asString(""),
                node.path("whole").asLong(0));
    }

    private static PageMessage message(JsonNode node) {
        return new PageMessage(
                node.path("at").asDouble(0),
                Keys.find(
                        PageMessage.Level.values(),
                        PageMessage.Level::key,
                        node.path("level").asString("info")),
                node.path("text").asString(""),
                node.path("source").asString(""));
    }

    /// The exchanges with their details, if they are still there.
    List<Exchange> withDetails(List<Exchange> bare) {
        var whole = new ArrayList<Exchange>();
        for (int i = 0; i < bare.size(); i++) {
            whole.add(i < exchanges.size() ? bare.get(i).with(exchanges.get(i)) : bare.get(i));
        }
        return whole;
    }
}
