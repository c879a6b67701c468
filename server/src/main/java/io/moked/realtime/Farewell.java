package io.moked.realtime;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;

/** Does what is left to do once a connection is over, however it ended. */
record Farewell(Runnable task) implements AsyncListener {

    @Override
    public void onComplete(AsyncEvent event) {
        task.run();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        task.run();
    }

    @Override
    public void onError(AsyncEvent event) {
        task.run();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        event.getAsyncContext().addListener(this);
    }
}
