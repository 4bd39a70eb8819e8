package io.journeystreams.map;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;

/**
 * Bytes of a cell. Version 1, numbers as varints in zigzag form:
 *
 * <pre>
 *   byte version, byte 1 if the topic has not been told yet
 *   count, loops
 *   n, then n times: modified UTF-8 currency, sum           ordered by currency
 *   n, then n times: bin after the one before it, count     ordered by bin
 *   n ≥ 0, then n times: int hash of a customer, or −1 and 1 024 bytes of the sketch
 * </pre>
 */
public final class CellCodec {

    private static final byte VERSION = 1;
    private static final int SKETCH_BYTES = 1_024;
    private static final int MANY = -1;
    private static final int TOLD_AT = 1;
    private static final int SEVEN = 7;
    private static final int LOW = 0x7F;
    private static final int MORE = 0x80;

    private CellCodec() {}

    public static byte[] encode(Cell cell, boolean isTold) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeByte(isTold ? 0 : 1);
            write(cell, out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        }
        return bytes.toByteArray();
    }

    static boolean isTold(byte[] bytes) {
        return bytes[TOLD_AT] == 0;
    }

    /** @throws IllegalArgumentException if the bytes are not of a known version, or end too early */
    public static Cell decode(byte[] bytes) {
        Cell cell = new Cell();
        add(bytes, cell);
        return cell;
    }

    /**
     * Adds what they hold to a cell.
     *
     * @throws IllegalArgumentException as {@link #decode}
     */
    static void add(byte[] bytes, Cell cell) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            byte version = in.readByte();
            if (version != VERSION) {
                throw new IllegalArgumentException("version of a cell must be " + VERSION + ": " + version);
            }
            in.readByte();
            add(in, cell);
        } catch (IOException e) {
            throw new IllegalArgumentException("the bytes of a cell end too early", e);
        }
    }

    private static void write(Cell cell, DataOutputStream out) throws IOException {
        write(cell.count(), out);
        write(cell.loops(), out);
        write(cell.values().size(), out);
        for (Map.Entry<String, Long> value : cell.values().entrySet()) {
            out.writeUTF(value.getKey());
            write(value.getValue(), out);
        }
        write(cell.durations().bins().size(), out);
        int before = 0;
        for (Map.Entry<Integer, Long> bin : cell.durations().bins().entrySet()) {
            write(bin.getKey() - before, out);
            write(bin.getValue(), out);
            before = bin.getKey();
        }
        write(cell.customers(), out);
    }

    private static void write(Customers customers, DataOutputStream out) throws IOException {
        Set<Integer> few = customers.few();
        if (few == null) {
            write(MANY, out);
            out.write(customers.sketchState());
            return;
        }
        write(few.size(), out);
        for (int token : few) {
            out.writeInt(token);
        }
    }

    private static void add(DataInputStream in, Cell cell) throws IOException {
        cell.add(read64(in), read64(in));
        for (long left = read64(in); left > 0; left--) {
            cell.addValue(in.readUTF(), read64(in));
        }
        int bin = 0;
        for (long left = read64(in); left > 0; left--) {
            bin += (int) read64(in);
            cell.durations().addBin(bin, read64(in));
        }
        long customers = read64(in);
        if (customers == MANY) {
            cell.customers().addSketch(in.readNBytes(SKETCH_BYTES));
        }
        for (long left = customers; left > 0; left--) {
            cell.customers().addToken(in.readInt());
        }
    }

    private static void write(long number, DataOutputStream out) throws IOException {
        long rest = (number << 1) ^ (number >> (Long.SIZE - 1));
        while ((rest & ~LOW) != 0) {
            out.writeByte((int) (rest & LOW) | MORE);
            rest >>>= SEVEN;
        }
        out.writeByte((int) rest);
    }

    private static long read64(DataInputStream in) throws IOException {
        long rest = 0;
        int next;
        int shift = 0;
        do {
            next = in.readUnsignedByte();
            rest |= (long) (next & LOW) << shift;
            shift += SEVEN;
        } while ((next & MORE) != 0 && shift < Long.SIZE);
        return (rest >>> 1) ^ -(rest & 1);
    }
}
