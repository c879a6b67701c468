package io.moked.media.preview;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Small pictures of first pages. */
final class Pages {

    private Pages() {}

    static Seen see(byte[] file) throws IOException {
        try (var document = Loader.loadPDF(file)) {
            if (document.getNumberOfPages() == 0) {
                return new Seen.Nothing();
            }
            var page = document.getPage(0).getCropBox();
            float longest = Math.max(page.getWidth(), page.getHeight());
            if (!(longest >= 1)) {
                return new Seen.Nothing();
            }
            var renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            var image = renderer.renderImage(0, Pictures.EDGE / longest, ImageType.RGB);
            return Pictures.small(image, Orientation.UPRIGHT);
        }
    }
}
