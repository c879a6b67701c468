package io.moked.whatsapp.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.moked.whatsapp.DeliveryInbox;
import io.moked.whatsapp.Signature;
import io.moked.whatsapp.WhatsAppSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.configuration.WebSecurityCustomizer;

/** Puts the webhook where Meta calls it, outside the chain that asks who is signed in. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WhatsAppSettings.class)
class WebhookAddress {

    private static final String PATH = "/webhooks/whatsapp";

    @Bean
    ServletRegistrationBean<WebhookServlet> webhook(
            Signature signature,
            DeliveryInbox inbox,
            WhatsAppSettings settings,
            MeterRegistry meters) {
        var servlet = new WebhookServlet(signature, inbox, settings, meters);
        return new ServletRegistrationBean<>(servlet, PATH);
    }

    /** The signature is the only proof asked for there. */
    @Bean
    WebSecurityCustomizer signedInstead() {
        return security -> security.ignoring().requestMatchers(PATH);
    }
}
