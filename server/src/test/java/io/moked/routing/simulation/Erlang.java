package io.moked.routing.simulation;

/**
 * What queueing theory says of agents who are alike, of people who come by chance and of handling
 * times that are exponential: M/M/c (Erlang C) and, where people give up after exponential times,
 * M/M/c+M (Erlang A). Waits are in units of the mean handling time.
 *
 * @param waits the probability that somebody has to wait
 * @param mean everybody's wait, until they are answered or give up
 * @param givesUp the probability that somebody does
 */
record Erlang(double waits, double mean, double givesUp) {

    /**
     * Erlang C, by way of Erlang B, whose recursion B(n) = aB(n−1) / (n + aB(n−1)) adds and divides
     * positive numbers only: it neither overflows, as factorials do, nor loses digits (Cooper,
     * "Introduction to Queueing Theory", sections 3.3 and 3.4).
     *
     * @param load mean arrivals during a mean handling time; less than there are agents
     */
    static Erlang c(int agents, double load) {
        double b = blocked(agents, load);
        double waits = agents * b / (agents - load * (1 - b));
        return new Erlang(waits, waits / (agents - load), 0);
    }

    private static double blocked(int agents, double load) {
        double b = 1;
        for (int n = 1; n <= agents; n++) {
            b = load * b / (n + load * b);
        }
        return b;
    }

    /**
     * Erlang A: how likely it is that n are there, beside that agents many are, is a product of
     * load / (agents + k·rate), k from 1 (Mandelbaum and Zeltyn, "The Palm/Erlang-A Queue", 2005,
     * sections 3 and 4). Seen from there downward it is 1 / B.
     *
     * @param rate at which one who waits gives up, during a mean handling time
     */
    static Erlang a(int agents, double load, double rate) {
        double weight = 1;
        double busy = 1;
        double queue = 0;
        for (int k = 1; weight > 1e-15 * busy || k <= load; k++) {
            weight *= load / (agents + k * rate);
            busy += weight;
            queue += k * weight;
        }
        double all = 1 / blocked(agents, load) - 1 + busy;
        double mean = queue / all / load;
        return new Erlang(busy / all, mean, rate * mean);
    }
}
