package io.moked.conversation.web;

import static io.moked.conversation.web.Given.all;
import static io.moked.conversation.web.Given.count;
import static io.moked.conversation.web.Given.text;

import io.moked.channel.Offered;
import io.moked.conversation.web.NewContent.OfferedProducts;
import io.moked.kernel.Invalid;
import io.moked.kernel.Limit;
import java.util.ArrayList;
import java.util.List;

/** Reads products that are offered, within the limits of the Cloud API ("Product messages"). */
final class ProductReader {

    static final String AT = "content.offer.products";
    private static final String SECTIONS = AT + ".sections";

    private ProductReader() {}

    static Offered.Product one(OfferedProducts given) {
        var products = flat(given);
        if (products.size() != 1) {
            throw new Invalid(SECTIONS, "out-of-range");
        }
        return new Offered.Product(catalogue(given), products.getFirst());
    }

    static Offered.Products several(OfferedProducts given) {
        return new Offered.Products(catalogue(given), shelves(given));
    }

    static Offered.ProductCards cards(OfferedProducts given) {
        var products = flat(given);
        count(SECTIONS, products.size(), Limit.CARDS_AT_LEAST.value(), Limit.CARDS);
        return new Offered.ProductCards(catalogue(given), products);
    }

    static String thumbnail(OfferedProducts given) {
        return flat(given).getFirst();
    }

    private static List<String> flat(OfferedProducts given) {
        return shelves(given).stream().flatMap(it -> it.products().stream()).toList();
    }

    private static String catalogue(OfferedProducts given) {
        return text(AT + ".catalogId", given.catalogId(), Limit.NAME_CHARACTERS).strip();
    }

    private static List<Offered.Shelf> shelves(OfferedProducts given) {
        var read = new ArrayList<Offered.Shelf>();
        var sections = all(SECTIONS, given.sections(), 1, Limit.SECTIONS);
        for (var section : sections) {
            var here = SECTIONS + "[" + read.size() + "].";
            var products = new ArrayList<String>();
            for (var product : all(here + "products", section.products(), 1, Limit.PRODUCTS)) {
                var field = here + "products[" + products.size() + "]";
                products.add(text(field, product, Limit.NAME_CHARACTERS).strip());
            }
            var title = ListReader.title(here, section.title(), sections.size());
            read.add(new Offered.Shelf(title, products));
        }
        count(
                SECTIONS,
                read.stream().mapToInt(it -> it.products().size()).sum(),
                1,
                Limit.PRODUCTS);
        return read;
    }
}
