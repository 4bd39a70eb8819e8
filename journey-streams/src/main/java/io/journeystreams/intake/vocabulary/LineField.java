package io.journeystreams.intake.vocabulary;

/** What a mapping can fill of a line. The keys stand in users' files and stay. */
enum LineField {
    PRODUCT_ID("productId"),
    VARIANT_ID("variantId"),
    NAME("name"),
    QUANTITY("quantity"),
    UNIT_PRICE("unitPrice"),
    CURRENCY("currency"),
    IMAGE_URL("imageUrl"),
    PRODUCT_URL("productUrl");

    private final String key;

    LineField(String key) {
        this.key = key;
    }

    /** As in the canonical event. */
    String key() {
        return key;
    }
}
