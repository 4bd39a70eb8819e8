package io.journeystreams.load.state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Bytes that name a customer, in which another's names can be put in their places. */
final class Stamp {

    private final byte[] bytes;
    private final List<Place> places;

    /** @param name which of the names stands there */
    private record Place(int name, int at) {}

    private Stamp(byte[] bytes, List<Place> places) {
        this.bytes = bytes;
        this.places = places;
    }

    /** @param device of the customer whom the bytes name */
    static Stamp of(byte[] bytes, int device) {
        List<Place> places = new ArrayList<>();
        List<byte[]> names = Names.of(device);
        for (int name = 0; name < names.size(); name++) {
            for (int at : placesOf(names.get(name), bytes)) {
                places.add(new Place(name, at));
            }
        }
        return new Stamp(bytes.clone(), places);
    }

    /** The same bytes about another customer. */
    byte[] about(List<byte[]> names) {
        byte[] copy = bytes.clone();
        for (Place place : places) {
            byte[] name = names.get(place.name());
            System.arraycopy(name, 0, copy, place.at(), name.length);
        }
        return copy;
    }

    private static List<Integer> placesOf(byte[] name, byte[] bytes) {
        List<Integer> places = new ArrayList<>();
        for (int at = 0; at + name.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + name.length, name, 0, name.length)) {
                places.add(at);
            }
        }
        return places;
    }
}
