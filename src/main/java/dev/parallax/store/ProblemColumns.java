package dev.parallax.store;

import dev.parallax.problem.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/// The five columns of a problem, all of them NULL where there is none.
final class ProblemColumns {
    private ProblemColumns() {}

    static <S extends SqlStatement<S>> S bind(S statement, @Nullable Problem problem) {
        return statement
                .bind("problemCode", problem == null ? null : problem.code())
                .bind("problemKind", problem == null ? null : problem.kind().name())
                .bind("problemWhat", problem == null ? null : problem.what())
                .bind("problemWhy", problem == null ? null : problem.why())
                .bind("problemNext", problem == null ? null : problem.next());
    }

    static @Nullable Problem read(ResultSet row) throws SQLException {
        String code = row.getString("problem_code");
        return code == null
                ? null
                : new Problem(
                        code,
                        Problem.Kind.valueOf(row.getString("problem_kind")),
                        row.getString("problem_what"),
                        row.getString("problem_why"),
                        row.getString("problem_next"));
    }
}
