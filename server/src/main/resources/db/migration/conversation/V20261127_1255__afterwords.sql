-- What a message refers to: the message it answers, where it was passed on from, what led its writer here.
alter table conversation.message add column context jsonb;

-- What contacts add to messages that stand, by the network's id of the message: it may come before the message itself.
-- Nothing is ever changed here, so neither order nor repetition of what arrives matters.
create table conversation.afterword (
    tenant_id   uuid        not null,
    channel_id  uuid        not null,
    about       text        not null,
    external_id text        not null,
    id          uuid        not null,
    content     jsonb       not null,
    at          timestamptz not null,
    primary key (tenant_id, channel_id, about, external_id)
);
call tenancy.wall_off('conversation.afterword');
call tenancy.sample_little('conversation.afterword');
