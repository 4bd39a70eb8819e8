package io.journeystreams.state.codec;

import io.journeystreams.contracts.StoredContact;
import io.journeystreams.contracts.StoredContactChannel;
import io.journeystreams.contracts.StoredCourse;
import io.journeystreams.contracts.StoredObstacle;
import io.journeystreams.contracts.StoredPastContact;
import io.journeystreams.contracts.StoredTouchChannel;
import io.journeystreams.contracts.StoredTouchCount;
import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.profile.Course;
import io.journeystreams.domain.service.Contact;
import io.journeystreams.domain.service.ContactChannel;
import io.journeystreams.domain.service.PastContact;
import io.journeystreams.domain.service.Service;
import io.journeystreams.domain.stage.Silence.Obstacle;
import io.journeystreams.domain.stage.Stages;
import io.journeystreams.domain.stage.TouchChannel;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The course of a journey. */
final class CourseCodec {

    private CourseCodec() {}

    /** Null if there is nothing to say. */
    static @Nullable StoredCourse store(Course course, MissionTable missions) {
        return course.equals(Course.NONE) ? null : stored(course, missions);
    }

    private static StoredCourse stored(Course course, MissionTable missions) {
        TextTable texts = missions.texts();
        Stages stages = course.stages();
        Service service = course.service();
        return new StoredCourse(
                StagesCodec.store(stages.lifecycle(), texts),
                stages.mission()
                        .map(mission -> StagesCodec.store(mission, missions))
                        .orElse(null),
                stages.missions(),
                Moments.storeUnless(Stages.NONE.lastGoalAtMs(), stages.lastGoalAtMs()),
                stages.touchpoint()
                        .map(touchpoint -> StagesCodec.store(touchpoint, stages.lifecycle()))
                        .orElse(null),
                TransitionsCodec.store(stages.transitions(), missions),
                service.open().stream().map(contact -> store(contact, texts)).toList(),
                OrderMomentsCodec.store(course.moments(), texts),
                service.past().stream().map(contact -> store(contact, texts)).toList(),
                touches(service.touches()),
                service.lastObstacle()
                        .map(last -> new StoredObstacle(texts.place(last.kind()), Moments.store(last.atMs())))
                        .orElse(null),
                service.frictions().stream()
                        .map(friction -> FactCodec.store(friction, missions))
                        .toList(),
                service.moments().stream()
                        .map(moment -> FactCodec.store(moment, texts))
                        .toList(),
                ChurnCodec.store(course.churn(), texts));
    }

    static Course read(@Nullable StoredCourse stored, Missions missions) {
        return stored == null
                ? Course.NONE
                : new Course(
                        stages(stored, missions),
                        service(stored, missions),
                        OrderMomentsCodec.read(stored.getMoments(), missions.texts()),
                        ChurnCodec.read(stored.getChurn(), missions.texts()));
    }

    private static Stages stages(StoredCourse stored, Missions missions) {
        return new Stages(
                StagesCodec.read(stored.getLifecycle(), missions.texts()),
                Optional.ofNullable(stored.getMission()).map(mission -> StagesCodec.read(mission, missions)),
                stored.getMissions(),
                Moments.readOr(Stages.NONE.lastGoalAtMs(), stored.getLastGoalAt()),
                Optional.ofNullable(stored.getTouchpoint())
                        .map(touchpoint -> StagesCodec.read(touchpoint, stored.getLifecycle())),
                TransitionsCodec.read(stored.getTransitions(), missions));
    }

    private static Service service(StoredCourse stored, Missions missions) {
        Texts texts = missions.texts();
        return new Service(
                stored.getOpenContacts().stream()
                        .map(contact -> read(contact, texts))
                        .toList(),
                stored.getPastContacts().stream()
                        .map(contact -> read(contact, texts))
                        .toList(),
                readTouches(stored.getTouches()),
                Optional.ofNullable(stored.getObstacle())
                        .map(last -> new Obstacle(texts.at(last.getKind()), Moments.read(last.getAt()))),
                stored.getFrictions().stream()
                        .map(friction -> FactCodec.read(friction, missions))
                        .toList(),
                stored.getContactMoments().stream()
                        .map(moment -> FactCodec.read(moment, texts))
                        .toList());
    }

    private static StoredContact store(Contact contact, TextTable texts) {
        return new StoredContact(
                Codes.store(StoredContactChannel.class, contact.channel()),
                texts.place(contact.id()),
                texts.place(contact.openedBy().value()),
                Moments.store(contact.openedAtMs()),
                Moments.store(contact.answeredAtMs()),
                contact.promiseMs(),
                contact.isBreached(),
                contact.isRepeat(),
                texts.place(contact.topic()));
    }

    private static Contact read(StoredContact stored, Texts texts) {
        return new Contact(
                Codes.read(ContactChannel.class, stored.getChannel()),
                texts.find(stored.getId()),
                new EventId(texts.at(stored.getOpenedBy())),
                Moments.read(stored.getOpenedAt()),
                Moments.find(stored.getAnsweredAt()),
                stored.getPromiseMs(),
                stored.getBreached(),
                stored.getAgain(),
                texts.find(stored.getTopic()));
    }

    private static StoredPastContact store(PastContact contact, TextTable texts) {
        return new StoredPastContact(
                Codes.store(StoredContactChannel.class, contact.channel()),
                FactCodec.store(contact.figures(), texts),
                texts.place(contact.endedBy().value()),
                Moments.store(contact.endedAtMs()),
                contact.maySolve(),
                texts.place(contact.topic()));
    }

    private static PastContact read(StoredPastContact stored, Texts texts) {
        return new PastContact(
                Codes.read(ContactChannel.class, stored.getChannel()),
                FactCodec.read(stored.getFigures(), texts),
                new EventId(texts.at(stored.getEndedBy())),
                Moments.read(stored.getEndedAt()),
                stored.getMaySolve(),
                texts.find(stored.getTopic()));
    }

    private static List<StoredTouchCount> touches(Map<TouchChannel, Long> touches) {
        return new TreeMap<>(touches)
                .entrySet().stream()
                        .map(entry -> new StoredTouchCount(
                                Codes.store(StoredTouchChannel.class, entry.getKey()), entry.getValue()))
                        .toList();
    }

    private static Map<TouchChannel, Long> readTouches(List<StoredTouchCount> stored) {
        Map<TouchChannel, Long> touches = new EnumMap<>(TouchChannel.class);
        stored.forEach(entry -> touches.put(Codes.read(TouchChannel.class, entry.getChannel()), entry.getCount()));
        return touches;
    }
}
