package io.moked.access.web;

import io.moked.access.Callers;
import io.moked.access.Open;
import io.moked.access.Requires;
import io.moked.access.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets a request through to its handler only with the permission the handler names. */
@Configuration(proxyBeanMethods = false)
class PermissionGate implements WebMvcConfigurer, HandlerInterceptor {

    private final Callers callers;

    PermissionGate(Callers callers) {
        this.callers = callers;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**");
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && !method.hasMethodAnnotation(Open.class)) {
            var requires = method.getMethodAnnotation(Requires.class);
            if (requires == null) {
                throw new IllegalStateException(method + " names no permission");
            }
            callers.check((SignedIn) request.getUserPrincipal(), requires);
        }
        return true;
    }
}
