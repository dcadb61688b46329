package dev.parallax.rum;

import java.util.List;

/// What one thread gathers of the groups of rows that share a trait.
final class TraitSums {
    private static final int[] ONE_GROUP = {0};
    private static final int[] ONE_CODE = new int[NotedRows.BLOCK];

    private final NotedRows noted;
    private final NotedRows.Score score;
    private final List<TraitColumn> traits;
    private final GroupSums all;
    private final List<GroupSums> groups;
    private final int[] codes = new int[NotedRows.BLOCK];

    TraitSums(NotedRows noted, NotedRows.Score score, List<TraitColumn> traits, Columns columns) {
        this.noted = noted;
        this.score = score;
        this.traits = traits;
        all = new GroupSums(1, columns);
        groups =
                traits.stream().map(column -> new GroupSums(column.groupCount(), columns)).toList();
    }

    /// Adds the selected rows of one piece.
    void add(long[] words, int from, int to) {
        for (int begin = from; begin < to; begin += NotedRows.BLOCK) {
            int end = Math.min(begin + NotedRows.BLOCK, to);
            noted.note(words, begin, end, score);
            all.add(ONE_GROUP, ONE_CODE, noted);
            for (int i = 0; i < groups.size(); i++) {
                TraitColumn column = traits.get(i);
                column.codes().copy(begin, codes, end - begin);
                groups.get(i).add(column.groups(), codes, noted);
            }
        }
    }

    void addAll(TraitSums other) {
        all.addAll(other.all);
        for (int i = 0; i < groups.size(); i++) {
            groups.get(i).addAll(other.groups.get(i));
        }
    }

    /// All rows as one group.
    GroupSums all() {
        return all;
    }

    /// The groups of a column.
    GroupSums of(int column) {
        return groups.get(column);
    }
}
