-- When the whole wait of a conversation began that is set aside: nobody holds it, and it stands in no line.
create table routing.resting (
    tenant_id       uuid        not null,
    conversation_id uuid        not null,
    came_at         timestamptz not null,
    primary key (tenant_id, conversation_id)
);
call tenancy.wall_off('routing.resting');
