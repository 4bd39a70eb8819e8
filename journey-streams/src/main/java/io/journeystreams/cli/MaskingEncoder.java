package io.journeystreams.cli;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.EncoderBase;
import io.journeystreams.config.Secrets;
import java.nio.charset.StandardCharsets;

/** Takes secrets out of whatever another encoder writes: messages, facts and the texts of exceptions. */
final class MaskingEncoder extends EncoderBase<ILoggingEvent> {

    private final Encoder<ILoggingEvent> inside;
    private final Secrets secrets;

    private MaskingEncoder(Encoder<ILoggingEvent> inside, Secrets secrets) {
        this.inside = inside;
        this.secrets = secrets;
    }

    /** The secrets take the place of those that were masked before. */
    static Encoder<ILoggingEvent> around(Encoder<ILoggingEvent> encoder, Secrets secrets) {
        MaskingEncoder masking =
                new MaskingEncoder(encoder instanceof MaskingEncoder masked ? masked.inside : encoder, secrets);
        masking.setContext(encoder.getContext());
        masking.start();
        return masking;
    }

    @Override
    public byte[] headerBytes() {
        return inside.headerBytes();
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        return secrets.mask(new String(inside.encode(event), StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] footerBytes() {
        return inside.footerBytes();
    }
}
