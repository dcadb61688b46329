package dev.parallax.rum;

/// What came of an import.
///
/// @param dataset the data set as it is now, with this import
/// @param record what became of every record
public record ImportReport(Dataset dataset, ImportRecord record) {}
