package io.moked.simulator;

import com.sun.net.httpserver.HttpServer;
import io.moked.simulator.control.Control;
import io.moked.simulator.control.Customers;
import io.moked.simulator.control.Phones;
import io.moked.simulator.graph.GraphApi;
import io.moked.simulator.traffic.Traffic;
import io.moked.simulator.web.Assets;
import io.moked.simulator.web.Guard;
import io.moked.simulator.web.Json;
import io.moked.simulator.web.Routes;
import io.moked.simulator.webhook.Deliveries;
import io.moked.simulator.webhook.Webhooks;
import io.moked.simulator.world.Chats;
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
    private final MediaStore media = new MediaStore();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private Stage(int port) throws IOException {
        server =
                HttpServer.create(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1024);
        server.setExecutor(threads);
    }

    static Stage open(int port) throws IOException {
        var stage = new Stage(port);
        stage.server.createContext("/", stage.routes()).getFilters().add(new Guard());
        stage.server.start();
        return stage;
    }

    private Routes routes() {
        var weather = new Weather();
        var events = new Events();
        var chats = new Chats(events);
        var posts = new Posts();
        var addresses = new MediaAddresses(address());
        var deliveries = new Deliveries(world, weather);
        var webhooks = new Webhooks(weather, deliveries);
        var phones = new Phones(chats, webhooks, weather, addresses);
        var routes = new Routes();
        Assets.addTo(routes, "phone", "/", "/phone");
        new Control(world, weather, posts, deliveries, chats).addTo(routes, events);
        new Customers(world, chats, phones, media).addTo(routes);
        new Traffic(world, chats, phones, media).addTo(routes);
        new GraphApi(world, chats, posts, media, weather, webhooks, addresses).addTo(routes);
        return routes;
    }

    void setUp(Path file) throws IOException {
        world.become(Json.MAPPER.readValue(Files.readAllBytes(file), Setup.class));
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        world.become(Setup.EMPTY);
        media.close();
    }
}
