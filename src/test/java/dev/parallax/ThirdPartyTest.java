package dev.parallax;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// `docs/third-party.md` is kept by hand, so it is compared with the pom.
final class ThirdPartyTest {
    private static final Pattern PROPERTY = Pattern.compile("\\$\\{(.+)}");

    @Test
    void everyDependencyIsListedWithItsVersion() throws Exception {
        var lines = Files.readAllLines(Path.of("docs/third-party.md"));
        var pom =
                DocumentBuilderFactory.newDefaultInstance()
                        .newDocumentBuilder()
                        .parse(Path.of("pom.xml").toFile());
        var unlisted = new ArrayList<String>();
        var dependencies = pom.getElementsByTagName("dependency");
        for (var i = 0; i < dependencies.getLength(); i++) {
            var dependency = (Element) dependencies.item(i);
            if (isManagement(dependency)) {
                continue;
            }
            var artifact = text(dependency, "artifactId");
            var version = version(pom, dependency);
            if (lines.stream().noneMatch(line -> lists(line, artifact, version))) {
                unlisted.add(artifact + " " + version);
            }
        }
        assertThat(unlisted).isEqualTo(List.of());
    }

    private static boolean lists(String line, String artifact, String version) {
        return line.contains("`" + artifact + "`") && line.contains("| " + version + " |");
    }

    private static boolean isManagement(Element dependency) {
        return dependency
                .getParentNode()
                .getParentNode()
                .getNodeName()
                .equals("dependencyManagement");
    }

    /// The dependency's own version, or where it has none the managed one: JavaFX's and JUnit's.
    private static String version(Document pom, Element dependency) {
        var version = text(dependency, "version");
        if (version.isEmpty()) {
            var group = text(dependency, "groupId");
            version = group.startsWith("org.junit") ? "${junit.version}" : "${javafx.version}";
        }
        var property = PROPERTY.matcher(version);
        return property.matches()
                ? pom.getElementsByTagName(property.group(1)).item(0).getTextContent()
                : version;
    }

    private static String text(Element parent, String name) {
        var elements = parent.getElementsByTagName(name);
        return elements.getLength() == 0 ? "" : elements.item(0).getTextContent();
    }
}
