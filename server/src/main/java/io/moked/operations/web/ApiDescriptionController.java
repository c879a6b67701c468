package io.moked.operations.web;

import io.moked.access.Open;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The API, described. */
@RestController
class ApiDescriptionController {

    /** The whole API as OpenAPI 3.1. */
    @GetMapping(path = "/api/v1/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @Open(because = "the description holds nothing of any tenant")
    Resource describe() {
        return new ClassPathResource("openapi/openapi.json");
    }
}
