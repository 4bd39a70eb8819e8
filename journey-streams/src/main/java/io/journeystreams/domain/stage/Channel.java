package io.journeystreams.domain.stage;

import io.journeystreams.domain.event.Occurrence;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How a customer came (rule G8). Published in lower case. */
public enum Channel {
    ORGANIC_SEARCH("organic search seo natural_search google bing duckduckgo"),
    PAID_SEARCH("cpc ppc sem paidsearch google_ads adwords google_cpc bing_ads shopping"),
    SOCIAL("organic_social social_network facebook instagram tiktok x twitter pinterest"),
    PAID_SOCIAL("paidsocial social_paid social_ads facebook_ads meta_ads instagram_ads tiktok_ads"),
    EMAIL("e_mail mail newsletter crm_email"),
    REFERRAL("referrer link website refer_a_friend"),
    AFFILIATE("affiliates awin cj"),
    INFLUENCER("influencers creator"),
    PODCAST("podcasts audio"),
    DISPLAY("banner cpm programmatic display_ads"),
    RETARGETING("remarketing criteo"),
    DIRECT("none typed bookmark"),
    STORE("shop pos retail in_store branch"),
    CALL("phone telephone hotline call_center"),
    CHAT("livechat live_chat chatbot whatsapp messenger"),
    PARTNER("partners marketplace reseller"),
    /** Named, but by a word that we do not know. */
    OTHER("unknown");

    private static final Map<String, Channel> BY_SPELLING = new HashMap<>();

    static {
        for (Channel channel : values()) {
            BY_SPELLING.put(channel.text(), channel);
            for (String spelling : channel.spellings.split(" ", -1)) {
                BY_SPELLING.put(spelling, channel);
            }
        }
    }

    /** Other names, separated by blanks. */
    private final String spellings;

    private final String text = name().toLowerCase(Locale.ROOT);

    Channel(String spellings) {
        this.spellings = spellings;
    }

    /** As published. */
    public String text() {
        return text;
    }

    /** Upper and lower case, spaces and signs between words do not matter; what is not known is {@link #OTHER}. */
    public static Channel of(String name) {
        Channel known = BY_SPELLING.get(name);
        return known == null ? respelled(name) : known;
    }

    private static Channel respelled(String name) {
        String words =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
        return BY_SPELLING.getOrDefault(words, OTHER);
    }

    /** The channel that an event names, else the one that its type implies. */
    public static Optional<Channel> of(Occurrence occurrence) {
        return occurrence.channel().map(Channel::of).or(() -> impliedBy(occurrence.type()));
    }

    private static Optional<Channel> impliedBy(String type) {
        int end = type.indexOf('_');
        return switch (end < 0 ? type : type.substring(0, end)) {
            case "chat" -> Optional.of(CHAT);
            case "call" -> Optional.of(CALL);
            case "store" -> Optional.of(STORE);
            case "email" -> Optional.of(EMAIL);
            default -> Optional.empty();
        };
    }
}
