package io.moked.access.web;

import io.moked.kernel.PublicUrl;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** What stands before every request: headers, CSRF, and who is calling. */
@Configuration(proxyBeanMethods = false)
class Security {

    /** Mantine sets styles on elements; everything else comes from this server only. */
    private static final String CONTENT_POLICY =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' blob: data:; "
                    + "media-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; "
                    + "frame-ancestors 'none'; frame-src %s";

    @Bean
    SecurityFilterChain everyRequest(
            HttpSecurity http,
            CallerFilter caller,
            Problems problems,
            PublicUrl url,
            @Value("${moked.simulator:}") String simulator)
            throws Exception {
        var policy = CONTENT_POLICY.formatted(simulator.isEmpty() ? "'none'" : simulator);
        return http.csrf(csrf ->
                        csrf.spa()
                                .csrfTokenRepository(tokens(url))
                                .csrfTokenRequestHandler(new TokenInHeader())
                                .ignoringRequestMatchers(CallerFilter::carriesToken))
                .addFilterBefore(caller, AuthorizationFilter.class)
                .exceptionHandling(refused -> refused.accessDeniedHandler(problems::forged))
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .headers(headers ->
                        headers.contentSecurityPolicy(csp -> csp.policyDirectives(policy))
                                .frameOptions(FrameOptionsConfig::deny)
                                .httpStrictTransportSecurity(
                                        hsts -> hsts.requestMatcher(request -> url.isSecure()))
                                .referrerPolicy(
                                        referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .build();
    }

    /** The console reads this cookie, to repeat it in a header. */
    private static CsrfTokenRepository tokens(PublicUrl url) {
        var tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookieCustomizer(cookie -> cookie.secure(url.isSecure()).sameSite("Lax"));
        return tokens;
    }

    /** The filter is a link of the chain above and not one of its own beside it. */
    @Bean
    FilterRegistrationBean<CallerFilter> onlyInTheChain(CallerFilter filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }
}
