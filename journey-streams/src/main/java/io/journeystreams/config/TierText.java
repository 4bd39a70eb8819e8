package io.journeystreams.config;

import io.journeystreams.domain.moment.Tier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tiers of loyal customers as people write them, from the lowest to the highest: {@code SILVER=3 orders, GOLD=500.00 spend}. */
final class TierText {

    static final String EXPECTED = "tiers such as SILVER=3 orders, GOLD=500.00 spend";

    private static final Pattern FORM = Pattern.compile("([^=,]+)=\\s*(\\d+(?:\\.\\d+)?)\\s+(orders|spend)");

    private TierText() {}

    /** @throws IllegalArgumentException if the text has another form */
    static List<Tier> parse(String text) {
        List<Tier> tiers = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            Matcher matcher = FORM.matcher(part.strip());
            if (!matcher.matches()) {
                throw new IllegalArgumentException(text);
            }
            Tier.Measure measure = Tier.Measure.valueOf(matcher.group(3).toUpperCase(Locale.ROOT));
            tiers.add(new Tier(matcher.group(1).strip(), measure, new BigDecimal(matcher.group(2))));
        }
        return tiers;
    }

    static String format(List<Tier> tiers) {
        return tiers.stream()
                .map(tier -> tier.name() + "="
                        + tier.threshold().stripTrailingZeros().toPlainString() + " "
                        + tier.measure().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
