package dev.parallax.store;

import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// What can be wrong with a workspace file, in words for people.
final class WorkspaceProblems {
    /// The low byte of SQLite's extended result codes is the primary code.
    private static final int PRIMARY = 0xff;

    private final Path file;

    WorkspaceProblems(Path file) {
        this.file = file;
    }

    /// Turns a failure of SQLite that a person can act on into a problem; returns any other as it
    /// is.
    RuntimeException explain(RuntimeException failed) {
        return switch (primaryCode(failed)) {
            case SQLITE_FULL -> new ProblemException(diskFull(), failed);
            case SQLITE_BUSY, SQLITE_LOCKED -> new ProblemException(busy(), failed);
            case SQLITE_READONLY -> new ProblemException(readOnly(), failed);
            case SQLITE_CORRUPT -> new ProblemException(damaged(message(failed)), failed);
            case SQLITE_NOTADB -> new ProblemException(foreign("it is not an SQLite file"), failed);
            case SQLITE_CANTOPEN, SQLITE_PERM ->
                    new ProblemException(cannotOpen(message(failed)), failed);
            case SQLITE_IOERR -> new ProblemException(unreadable(message(failed)), failed);
            default -> failed;
        };
    }

    static SQLiteErrorCode primaryCode(@Nullable Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException sqlite) {
                return SQLiteErrorCode.getErrorCode(sqlite.getResultCode().code & PRIMARY);
            }
        }
        return SQLiteErrorCode.UNKNOWN_ERROR;
    }

    Problem missing() {
        return Problem.usage(
                "workspace-missing",
                "cannot open the workspace " + file,
                "there is no such file",
                "check the name, or create a new workspace");
    }

    Problem directory() {
        return Problem.usage(
                "workspace-is-folder",
                "cannot open the workspace " + file,
                "it is a folder",
                "give a file ending in .parallax");
    }

    Problem exists() {
        return Problem.usage(
                "workspace-exists",
                "cannot create the workspace " + file,
                "the file exists already",
                "open it, or choose another name");
    }

    Problem badName(String why) {
        return Problem.usage(
                "workspace-name", "cannot use the workspace " + file, why, "choose another name");
    }

    Problem foreign(String why) {
        return Problem.usage(
                "workspace-foreign",
                "cannot open the workspace " + file,
                why,
                "choose a file that Parallax made");
    }

    Problem newer(int version, int known) {
        return Problem.usage(
                "workspace-newer",
                "cannot open the workspace " + file,
                "it has version " + version + ", this program knows versions up to " + known,
                "open it with a newer Parallax");
    }

    Problem damaged(String why) {
        return Problem.environment(
                "workspace-damaged",
                "the workspace " + file + " is damaged",
                why,
                "restore a backup, or run \"workspace verify\" for the details");
    }

    Problem diskFull() {
        return Problem.environment(
                "workspace-disk-full",
                "cannot write to the workspace " + file,
                "the disk is full",
                "free some space, or delete data sets you do not need");
    }

    Problem busy() {
        return Problem.environment(
                "workspace-busy",
                "cannot use the workspace " + file,
                "another program keeps it locked",
                "close the other program, or wait until it is done");
    }

    Problem readOnly() {
        return Problem.environment(
                "workspace-read-only",
                "cannot open the workspace " + file,
                "its file or folder is write-protected",
                "copy it to a folder you may write to");
    }

    Problem cannotOpen(String why) {
        return Problem.environment(
                "workspace-cannot-open",
                "cannot open the workspace " + file,
                why,
                "check that you may write to the file and its folder");
    }

    Problem unreadable(String why) {
        return Problem.environment(
                "workspace-io",
                "cannot read or write the workspace " + file,
                why,
                "check that the disk is connected and healthy");
    }

    Problem closed() {
        return Problem.environment(
                "workspace-closed",
                "cannot use the workspace " + file,
                "it is closed",
                "open it again");
    }

    private static String message(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException sqlite) {
                return String.valueOf(sqlite.getMessage());
            }
        }
        return String.valueOf(failed.getMessage());
    }
}
