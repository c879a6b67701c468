package io.moked.database;

/**
 * The database's address and the three doors to it: the owner migrates, the app serves one tenant
 * at a time, the worker does the few jobs that cross tenants.
 */
public record Doors(String url, Login owner, Login app, Login worker) {

    /** Who knocks, and the word that opens. */
    public record Login(String user, String password) {

        @Override
        public String toString() {
            return user;
        }
    }
}
