package io.moked.simulator;

import com.sun.net.httpserver.HttpServer;
import io.moked.simulator.control.Businesses;
import io.moked.simulator.control.Control;
import io.moked.simulator.control.Customers;
import io.moked.simulator.control.People;
import io.moked.simulator.control.Phones;
import io.moked.simulator.control.Samples;
import io.moked.simulator.graph.GraphApi;
import io.moked.simulator.traffic.Traffic;
import io.moked.simulator.web.Assets;
import io.moked.simulator.web.Guard;
import io.moked.simulator.web.Json;
import io.moked.simulator.web.Routes;
import io.moked.simulator.webhook.Deliveries;
import io.moked.simulator.webhook.Webhooks;
import io.moked.simulator.world.Chats;
import io.moked.simulator.world.DataFolder;
import io.moked.simulator.world.Events;
import io.moked.simulator.world.MediaAddresses;
import io.moked.simulator.world.MediaStore;
import io.moked.simulator.world.Posts;
import io.moked.simulator.world.Setup;
import io.moked.simulator.world.Weather;
import io.moked.simulator.world.World;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Everything wired together and listening on the loopback address. */
final class Stage implements AutoCloseable {

    private final World world = new World();
    private final Weather weather = new Weather();
    private final DataFolder data;
    private final MediaStore media;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Control control;

    private Stage(int port, DataFolder data) throws IOException {
        this.data = data;
        media = new MediaStore(data, weather.clock());
        server =
                HttpServer.create(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1024);
        server.setExecutor(threads);
        var routes = new Routes();
        control = control(routes);
        server.createContext("/", routes).getFilters().add(new Guard());
    }

    static Stage open(int port, DataFolder data) throws IOException {
        var stage = new Stage(port, data);
        stage.server.start();
        return stage;
    }

    private Control control(Routes routes) throws IOException {
        var events = new Events();
        var chats = new Chats(data, events, weather.clock());
        var posts = new Posts();
        var addresses = new MediaAddresses(address(), weather.clock());
        var deliveries = new Deliveries(world, weather);
        var webhooks = new Webhooks(world, weather, deliveries);
        var phones = new Phones(world, chats, webhooks, weather, addresses);
        var graph = new GraphApi(world, chats, posts, media, weather, webhooks, addresses);
        Assets.addTo(routes, "desk", "/");
        Assets.addTo(routes, "phone", "/phone");
        Assets.addTo(routes, "signup", "/dialog/oauth", "/v{version}/dialog/oauth");
        new Businesses(
                        world,
                        chats,
                        webhooks,
                        graph.templates(),
                        graph.templateLife(),
                        new Samples(weather.clock()))
                .addTo(routes);
        new People(world, chats, phones, webhooks, weather.clock()).addTo(routes);
        new Customers(world, chats, phones, media, weather.clock()).addTo(routes);
        new Traffic(world, chats, phones, media).addTo(routes);
        graph.addTo(routes);
        var control =
                new Control(
                        world,
                        weather,
                        posts,
                        deliveries,
                        chats,
                        chat -> {
                            phones.goOn(chat);
                            graph.goOn(chat);
                        });
        control.addTo(routes, events);
        return control;
    }

    void setUp(Path file) throws IOException {
        control.setUp(Json.MAPPER.readValue(Files.readAllBytes(file), Setup.class));
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    @Override
    public void close() throws IOException {
        server.stop(0);
        threads.shutdownNow();
        world.become(Setup.EMPTY);
        data.close();
    }
}
