package dev.parallax.store;

import dev.parallax.rum.Chunk;
import java.util.Arrays;

/// Numbers the sessions of one chunk, from 1 in order of first appearance.
final class SessionNumbers {
    /// Twice as many places as a chunk can have sessions.
    private static final int PLACES = Chunk.CAPACITY * 2;

    private final int[] numbers = new int[PLACES];

    /// Writes the number of each row's session into `codes`, 0 if it is unknown, and the sessions
    /// themselves in the order of their numbers into `distinct`.
    ///
    /// @return how many sessions there are
    int number(long[] sessions, int rows, int[] codes, long[] distinct) {
        Arrays.fill(numbers, 0);
        int count = 0;
        for (int i = 0; i < rows; i++) {
            long session = sessions[i];
            if (session == Chunk.NO_SESSION) {
                codes[i] = 0;
                continue;
            }
            int place = (int) (session ^ (session >>> 32)) & (PLACES - 1);
            while (numbers[place] != 0 && distinct[numbers[place] - 1] != session) {
                place = (place + 1) & (PLACES - 1);
            }
            if (numbers[place] == 0) {
                distinct[count++] = session;
                numbers[place] = count;
            }
            codes[i] = numbers[place];
        }
        return count;
    }
}
