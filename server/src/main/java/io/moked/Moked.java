package io.moked;

/** The program: picks the command and runs it. */
public final class Moked {

    private Moked() {}

    public static void main(String[] args) {
        System.out.println("moked");
    }
}
