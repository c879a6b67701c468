package io.moked.whatsapp.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.moked.graph.MetaSettings;
import io.moked.whatsapp.Backlog;
import io.moked.whatsapp.DeliveryInbox;
import io.moked.whatsapp.Signature;
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
            Signature signature,
            DeliveryInbox inbox,
            Backlog backlog,
            MetaSettings settings,
            MeterRegistry meters) {
        var filter = new WebhookFilter(signature, inbox, backlog, settings, meters);
        var registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns("/webhooks/whatsapp");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
