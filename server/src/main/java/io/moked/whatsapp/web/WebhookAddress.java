package io.moked.whatsapp.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.moked.graph.MetaSettings;
import io.moked.metaapp.AppSigners;
import io.moked.whatsapp.Backlog;
import io.moked.whatsapp.DeliveryInbox;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Puts the webhook where Meta calls it, before the chain that asks who is signed in. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MetaSettings.class)
class WebhookAddress {

    @Bean
    FilterRegistrationBean<WebhookFilter> webhook(
            AppSigners apps,
            DeliveryInbox inbox,
            Backlog backlog,
            MetaSettings settings,
            MeterRegistry meters) {
        var filter = new WebhookFilter(new Callers(settings, apps), inbox, backlog, meters);
        var registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns(Callers.ADDRESS, Callers.ADDRESS + "/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
