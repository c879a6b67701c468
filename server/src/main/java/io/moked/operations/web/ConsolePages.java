package io.moked.operations.web;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Serves the console: its files by name, and its one page under every address of its own. */
@Configuration(proxyBeanMethods = false)
class ConsolePages implements WebMvcConfigurer {

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        // The build names these files by their content.
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/api/docs").setViewName("forward:/api-docs/index.html");
        for (var page :
                new String[] {
                    "/",
                    "/sign-in",
                    "/password",
                    "/inbox/**",
                    "/search/**",
                    "/contacts/**",
                    "/broadcasts/**",
                    "/activity/**",
                    "/operations/**",
                    "/queues/**",
                    "/tenants/**",
                    "/settings/**"
                }) {
            registry.addViewController(page).setViewName("forward:/index.html");
        }
    }
}
