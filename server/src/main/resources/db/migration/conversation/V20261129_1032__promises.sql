-- What is to be kept next of what was promised about a conversation, as the room that keeps promises says; no row where nothing is.
create table conversation.promise (
    tenant_id       uuid        not null,
    conversation_id uuid        not null,
    kind            text        not null check (kind in ('first_response', 'next_response', 'resolution')),
    due_at          timestamptz not null,
    endangered_at   timestamptz not null,
    primary key (tenant_id, conversation_id)
) with (fillfactor = 85);
create index promise_by_due on conversation.promise (tenant_id, due_at, conversation_id);
call tenancy.wall_off('conversation.promise');
