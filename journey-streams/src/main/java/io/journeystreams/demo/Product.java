package io.journeystreams.demo;

import io.journeystreams.contracts.Line;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Something that the demo's shop sells.
 *
 * @param price of one piece, in {@link #CURRENCY}
 */
record Product(String id, String name, BigDecimal price) {

    static final String CURRENCY = "EUR";

    /** All that the shop sells. */
    static final List<Product> CATALOGUE = List.of(
            of("mug", "Stoneware mug", "14.50"),
            of("teapot", "Cast-iron teapot", "64.00"),
            of("apron", "Linen apron", "38.90"),
            of("knife", "Paring knife", "24.00"),
            of("board", "Oak cutting board", "42.00"),
            of("kettle", "Copper kettle", "119.00"),
            of("towel", "Waffle towel", "12.90"),
            of("lamp", "Paper lamp", "79.00"),
            of("vase", "Glass vase", "33.50"),
            of("candle", "Beeswax candle", "9.80"),
            of("blanket", "Wool blanket", "89.00"),
            of("grinder", "Coffee grinder", "54.90"),
            of("pan", "Iron pan", "58.00"),
            of("jar", "Storage jar", "11.40"),
            of("scale", "Kitchen scale", "36.00"),
            of("carafe", "Water carafe", "27.50"),
            of("basket", "Bread basket", "19.90"),
            of("stool", "Step stool", "94.00"));

    private static final String SITE = "https://shop.example";
    private static final int CONTRACT_SCALE = 4;

    String path() {
        return "/products/" + id;
    }

    Line line(int quantity) {
        return Line.newBuilder()
                .setProductId(id)
                .setName(name)
                .setQuantity(quantity)
                .setUnitPrice(amount(price))
                .setCurrency(CURRENCY)
                .setImageUrl(SITE + "/images/" + id + ".jpg")
                .setProductUrl(SITE + path())
                .build();
    }

    /** An amount with the decimal places that the contracts ask for. */
    static BigDecimal amount(BigDecimal value) {
        return value.setScale(CONTRACT_SCALE, RoundingMode.UNNECESSARY);
    }

    private static Product of(String id, String name, String price) {
        return new Product(id, name, new BigDecimal(price));
    }
}
