package dev.parallax.http;

import dev.parallax.measure.Exchange;
import dev.parallax.problem.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What became of an [HttpCall].
public sealed interface HttpResult {

    /// One exchange a hop, in order; the last is the one that answered or failed.
    List<Exchange> exchanges();

    /// A response came, whatever its status.
    ///
    /// @param status of the last hop
    /// @param url of the last hop, without fragment, as sent: secrets in it are not masked
    /// @param headers names in lower case to values; those of a repeated header are joined by `, `
    /// @param body decoded by the charset the response names, else UTF-8; empty if there is none
    /// @param cut true if the body was longer than [HttpSession#BODY_LIMIT] and only its beginning
    ///   is here
    record Answered(
            int status,
            String url,
            Map<String, String> headers,
            String body,
            boolean cut,
            List<Exchange> exchanges)
            implements HttpResult {
        public Answered {
            headers = Map.copyOf(new TreeMap<>(headers));
            exchanges = List.copyOf(exchanges);
        }

        /// The value of a header, whatever the case of its name.
        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
        }

        /// From the look-up of the first hop's name to the first byte of the last hop's response,
        /// in milliseconds: the time to first byte as a browser counts it, redirects included.
        public double firstByteMillis() {
            return totalMillis()
                    - exchanges.getLast().phases().total()
                    + exchanges.getLast().phases().untilFirstByte();
        }

        /// All phases of all hops, milliseconds.
        public double totalMillis() {
            return exchanges.stream().mapToDouble(exchange -> exchange.phases().total()).sum();
        }
    }

    /// No response came, or it broke off.
    ///
    /// @param problem names the cause; secrets are masked
    /// @param detail the client's own message, for the log; secrets are masked
    record Failed(Problem problem, String detail, List<Exchange> exchanges) implements HttpResult {
        public Failed {
            exchanges = List.copyOf(exchanges);
        }
    }
}
