package dev.parallax.store;

import dev.parallax.compare.Annotation;
import java.time.Instant;
import java.util.List;

/// What happened when, as somebody wrote it down.
public final class AnnotationStore {
    private final Database database;

    AnnotationStore(Database database) {
        this.database = database;
    }

    /// All annotations, the earliest first.
    public List<Annotation> list() {
        return database.read(handle ->
                handle.createQuery("SELECT at, text FROM annotation ORDER BY at, id")
                        .map((row, _) ->
                                new Annotation(
                                        Instant.ofEpochMilli(row.getLong("at")),
                                        row.getString("text")))
                        .list());
    }

    /// Keeps one more.
    ///
    /// @param annotation kept to the millisecond
    public void add(Annotation annotation) {
        database.write(handle ->
                handle.createUpdate("INSERT INTO annotation (at, text) VALUES (:at, :text)")
                        .bind("at", annotation.at().toEpochMilli())
                        .bind("text", annotation.text())
                        .execute());
    }

    /// Removes those of this text at this moment.
    ///
    /// @return whether there was one
    public boolean remove(Annotation annotation) {
        return database.writeWithBallast(handle ->
                handle.createUpdate("DELETE FROM annotation WHERE at = :at AND text = :text")
                                .bind("at", annotation.at().toEpochMilli())
                                .bind("text", annotation.text())
                                .execute()
                        > 0);
    }
}
