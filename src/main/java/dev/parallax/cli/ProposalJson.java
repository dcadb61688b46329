package dev.parallax.cli;

import dev.parallax.service.ExportProposal;
import java.util.List;
import java.util.Locale;

/// The JSON shape of what an export's columns were taken for, as `docs/cli.md` describes it.
final class ProposalJson {
    private ProposalJson() {}

    static List<JsonObject> columns(ExportProposal proposal) {
        return proposal.columns().stream()
                .map(column ->
                        JsonObject.of("name", column.name())
                                .with("holds", column.field().isEmpty() ? null : column.field())
                                .with(
                                        "confidence",
                                        column.confidence().name().toLowerCase(Locale.ROOT))
                                .with("unit", column.unit().isEmpty() ? null : column.unit())
                                .with("proof", column.proof().isEmpty() ? null : column.proof()))
                .toList();
    }
}
