package dev.parallax.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The texts of `--help` are format strings: a lone per cent sign is printed with a warning.
final class HelpTextsTest {
    @Test
    void canBeFormatted() {
        List<String> texts = commands().flatMap(HelpTextsTest::texts).toList();
        assertThat(texts).hasSizeGreaterThan(100);
        for (String text : texts) {
            assertThatCode(() -> String.format(text)).as(text).doesNotThrowAnyException();
        }
    }

    private static Stream<Class<?>> commands() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("dev.parallax.cli")
                        .stream()
                        .map(type -> type.reflect());
    }

    private static Stream<String> texts(Class<?> type) {
        Command command = type.getAnnotation(Command.class);
        Stream<String> own =
                command == null
                        ? Stream.of()
                        : Stream.of(command.description(), command.footer(), command.header())
                                .flatMap(Arrays::stream);
        return Stream.concat(
                own, Arrays.stream(type.getDeclaredFields()).flatMap(HelpTextsTest::texts));
    }

    private static Stream<String> texts(Field field) {
        Option option = field.getAnnotation(Option.class);
        Parameters parameters = field.getAnnotation(Parameters.class);
        // what picocli fills in later is no conversion
        return Stream.of(
                        option == null ? new String[0] : option.description(),
                        parameters == null ? new String[0] : parameters.description())
                .flatMap(Arrays::stream)
                .map(text -> text.replaceAll("\\$\\{[^}]*}", ""));
    }
}
