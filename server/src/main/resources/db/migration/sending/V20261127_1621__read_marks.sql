-- Contacts who are to see that they were read, up to the newest of their messages. A row goes once the network knows.
create table sending.read_mark (
    tenant_id    uuid        not null,
    channel_id   uuid        not null,
    recipient_id uuid        not null,
    message_id   uuid        not null,
    attempts     int         not null default 0,
    due_at       timestamptz not null,
    primary key (tenant_id, channel_id, recipient_id)
);
create index read_mark_due on sending.read_mark (due_at);
call tenancy.wall_off('sending.read_mark');
call tenancy.open_to_worker('sending.read_mark', 'select, update, delete');
