package io.moked.simulator.mail;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import io.moked.simulator.web.Answer;
import io.moked.simulator.web.Assets;
import io.moked.simulator.web.Guard;
import io.moked.simulator.web.Routes;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;

/** Takes every mail over SMTP, whoever it is for, and shows it on a page. */
public final class Mailbox implements AutoCloseable {

    private static final int MOST_SHOWN = 200;

    private final GreenMail smtp;
    private final HttpServer page;

    private Mailbox(GreenMail smtp, HttpServer page) {
        this.smtp = smtp;
        this.page = page;
    }

    public static Mailbox open(int pagePort, int smtpPort) throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        var smtp = new GreenMail(new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        smtp.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        var page = HttpServer.create(new InetSocketAddress(loopback, pagePort), 0);
        var mailbox = new Mailbox(smtp, page);
        page.createContext("/", mailbox.routes()).getFilters().add(new Guard());
        page.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        page.start();
        smtp.start();
        return mailbox;
    }

    private Routes routes() {
        var routes = new Routes();
        Assets.addTo(routes, "mail", "/");
        return routes.on("GET", "/mails", request -> Answer.json(newest()))
                .on("DELETE", "/mails", request -> empty());
    }

    private List<Mail> newest() throws MessagingException, IOException {
        MimeMessage[] all = smtp.getReceivedMessages();
        List<Mail> newest = new ArrayList<>();
        for (int i = all.length - 1; i >= Math.max(0, all.length - MOST_SHOWN); i--) {
            newest.add(Mail.of(i + 1, all[i]));
        }
        return newest;
    }

    private Answer empty() throws FolderException {
        smtp.purgeEmailFromAllMailboxes();
        return Answer.NOTHING;
    }

    public int smtpPort() {
        return smtp.getSmtp().getPort();
    }

    public String address() {
        return "http://127.0.0.1:" + page.getAddress().getPort();
    }

    @Override
    public void close() {
        page.stop(0);
        smtp.stop();
    }
}
