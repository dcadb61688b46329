package dev.parallax.store;

import dev.parallax.measure.Machine;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The JSON in the column `machine` of runs. Members that are missing count as unknown.
final class MachineJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private MachineJson() {}

    static @Nullable String write(Machine machine) {
        if (machine.equals(Machine.UNKNOWN)) {
            return null;
        }
        return JSON.writeValueAsString(
                JSON.createObjectNode()
                        .put("system", machine.system())
                        .put("program", machine.program())
                        .put("driver", machine.driver())
                        .put("processors", machine.processors())
                        .put("memoryBytes", machine.memoryBytes())
                        .put("freeMemoryBytes", machine.freeMemoryBytes())
                        .put("power", machine.power().key())
                        .put("batteryPercent", machine.batteryPercent())
                        .put("network", machine.network().key())
                        .put("benchmark", machine.benchmark()));
    }

    static Machine read(@Nullable String json) {
        if (json == null) {
            return Machine.UNKNOWN;
        }
        JsonNode node = JSON.readTree(json);
        return new Machine(
                node.path("system").asString(""),
                node.path("program").asString(""),
                node.path("driver").asString(""),
                node.path("processors").asInt(0),
                node.path("memoryBytes").asLong(-1),
                node.path("freeMemoryBytes").asLong(-1),
                Keys.find(
                        Machine.Power.values(),
                        Machine.Power::key,
                        node.path("power").asString("unknown")),
                node.path("batteryPercent").asDouble(-1),
                Keys.find(
                        Machine.NetworkKind.values(),
                        Machine.NetworkKind::key,
                        node.path("network").asString("unknown")),
                node.path("benchmark").asDouble(-1));
    }
}
