package io.moked;

import io.moked.database.DataDirectory;
import io.moked.database.Doors;
import io.moked.database.EmbeddedDatabase;
import io.moked.operations.DemoTenants;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.ObjectMapper;

/** Opens the parts of a demo, at the same time where they need not wait for each other. */
record DemoStage(DataDirectory data, DemoPorts ports, Closing closing) {

    private static final String APP = "300100000001";

    static DemoStage in(Path directory, boolean fresh, DemoPorts ports, Closing closing)
            throws IOException {
        var data = closing.add(DataDirectory.open(directory));
        DemoFile.forget(data.path());
        if (fresh) {
            EmbeddedDatabase.erase(data);
        }
        return new DemoStage(data, ports, closing);
    }

    DemoFile open(Path simulatorJar) throws IOException {
        var simulator = closing.add(DemoSimulator.start(simulatorJar, ports, data.path()));
        var database = CompletableFuture.supplyAsync(() -> EmbeddedDatabase.start(data));
        closing.add(() -> stop(database));
        var server = closing.add(server(database));
        simulator.awaitReady();
        var demo = describe(new DemoTenants(server));
        closing.add(demo.write(data.path(), server.getBean(ObjectMapper.class)));
        return demo;
    }

    /** Also one that is still on its way up. */
    private static void stop(CompletableFuture<EmbeddedDatabase> database) {
        database.handle((started, failure) -> Optional.ofNullable(started))
                .join()
                .ifPresent(EmbeddedDatabase::close);
    }

    private ConfigurableApplicationContext server(CompletableFuture<EmbeddedDatabase> database) {
        var application = MokedApplication.prepared();
        application.setAdditionalProfiles("demo");
        application.setRegisterShutdownHook(false);
        application.addInitializers(context -> {
            var beans = (GenericApplicationContext) context;
            beans.getBeanFactory().registerSingleton("dataDirectory", data);
            // The build wrote down those of a server that opens its own.
            if (beans.containsBeanDefinition("doors")) {
                beans.removeBeanDefinition("doors");
            }
            beans.registerBean("doors", Doors.class, () -> database.join().doors());
        });
        return application.run(
                "--server.address=127.0.0.1",
                "--server.port=" + ports.console(),
                "--moked.data=" + data.path(),
                "--moked.public-url=" + DemoPorts.address(ports.console()),
                "--moked.simulator=" + DemoPorts.address(ports.simulator()),
                "--moked.mail.port=" + ports.smtp(),
                "--moked.meta.app-id=" + APP,
                "--moked.meta.signup=demo",
                "--moked.meta.dialog=" + DemoPorts.address(ports.simulator()) + "/dialog/oauth",
                "--moked.meta.app-secret=" + appSecret(),
                "--moked.meta.verify-token=" + verifyToken());
    }

    private DemoFile describe(DemoTenants tenants) {
        var access = tenants.prepare();
        var console = DemoPorts.address(ports.console());
        return new DemoFile(
                console,
                console + "/api/v1",
                console + "/webhooks/whatsapp",
                verifyToken(),
                appSecret(),
                DemoPorts.address(ports.simulator()),
                DemoPorts.address(ports.mail()),
                ProcessHandle.current().pid(),
                access.tenants(),
                access.operator());
    }

    private String appSecret() {
        return data.secret("meta-app-secret");
    }

    private String verifyToken() {
        return data.secret("meta-verify-token");
    }
}
