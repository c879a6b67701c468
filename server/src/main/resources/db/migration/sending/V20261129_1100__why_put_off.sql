-- What the network said when it did not take the message yet: the same code as in a failure.
alter table sending.outbox add column put_off text;
