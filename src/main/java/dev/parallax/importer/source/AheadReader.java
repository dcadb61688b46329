package dev.parallax.importer.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/// A text that a thread of its own reads, unpacks, hashes and decodes ahead of whoever parses it.
final class AheadReader extends Reader {
    /// Characters; four blocks of 128 KB stay in the processor's cache.
    private static final int BLOCK = 1 << 16;

    private static final int BLOCKS = 4;

    private final Content content;
    private final Meter meter;
    private final BlockingQueue<Block> full = new ArrayBlockingQueue<>(BLOCKS);
    private final BlockingQueue<Block> empty = new ArrayBlockingQueue<>(BLOCKS);
    private final Thread ahead;
    private @Nullable Block current;
    private int at;

    /// Unpacked bytes, and where they come from.
    interface Content {
        InputStream bytes();

        /// How far it is, in bytes on the disk.
        long position();

        /// All of it has been read without failure.
        void complete() throws IOException;
    }

    /// A part of the text, or why there is none.
    private static final class Block {
        private final char[] text = new char[BLOCK];
        private int length;
        private long position;
        private boolean isLast;
        private @Nullable Throwable failure;
    }

    AheadReader(Content content, Encoding encoding, Meter meter) {
        this.content = content;
        this.meter = meter;
        for (int i = 0; i < BLOCKS; i++) {
            empty.add(new Block());
        }
        CharsetDecoder decoder =
                encoding.charset()
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE);
        ahead =
                Thread.ofPlatform()
                        .name("import-reader")
                        .daemon()
                        .start(() -> readAhead(new Decoding(decoder), encoding.bomBytes()));
    }

    private void readAhead(Decoding decoding, int bomBytes) {
        try {
            boolean isFirst = true;
            boolean goesOn = true;
            while (goesOn) {
                Block block = empty.take();
                fill(block, decoding, isFirst ? bomBytes : 0);
                isFirst = false;
                goesOn = !block.isLast;
                full.put(block);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    // whatever goes wrong is thrown again on the thread that reads
    @SuppressWarnings("CatchingUnchecked")
    private void fill(Block block, Decoding decoding, int bomBytes) {
        try {
            if (bomBytes > 0) {
                content.bytes().skipNBytes(bomBytes);
            }
            block.length = decoding.fill(block.text);
            block.isLast = decoding.atEnd;
            if (block.isLast) {
                content.complete();
            }
            block.position = content.position();
        } catch (IOException | RuntimeException | Error failed) {
            block.length = 0;
            block.isLast = true;
            block.failure = failed;
        }
    }

    private final class Decoding {
        private final CharsetDecoder decoder;
        private final ByteBuffer bytes = ByteBuffer.allocate(BLOCK).flip();
        private boolean atEnd;
        private boolean noMore;

        Decoding(CharsetDecoder decoder) {
            this.decoder = decoder;
        }

        /// @return characters decoded; fewer than fit only at the end
        int fill(char[] text) throws IOException {
            CharBuffer chars = CharBuffer.wrap(text);
            while (true) {
                CoderResult result = decoder.decode(bytes, chars, noMore);
                if (result.isOverflow()) {
                    return chars.position();
                }
                if (noMore) {
                    atEnd = true;
                    return chars.position();
                }
                bytes.compact();
                int read = content.bytes().read(bytes.array(), bytes.position(), bytes.remaining());
                if (read < 0) {
                    noMore = true;
                } else {
                    bytes.position(bytes.position() + read);
                }
                bytes.flip();
            }
        }
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
        Block block = current;
        while (block == null || at == block.length) {
            if (block != null && block.isLast) {
                return -1;
            }
            block = next(block);
        }
        int read = Math.min(length, block.length - at);
        System.arraycopy(block.text, at, into, from, read);
        at += read;
        return read;
    }

    private Block next(@Nullable Block done) throws IOException {
        if (done != null) {
            empty.add(done);
        }
        Block block;
        try {
            block = full.take();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            var cancelled = new CancellationException("interrupted");
            cancelled.initCause(interrupted);
            throw cancelled;
        }
        current = block;
        at = 0;
        switch (block.failure) {
            case null -> meter.at(block.position);
            case IOException failed -> throw failed;
            case RuntimeException failed -> throw failed;
            case Error failed -> throw failed;
            case Throwable impossible -> throw new IllegalStateException(impossible);
        }
        return block;
    }

    @Override
    public void close() throws IOException {
        ahead.interrupt();
        boolean interrupted = false;
        while (ahead.isAlive()) {
            try {
                ahead.join();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        content.bytes().close();
    }
}
