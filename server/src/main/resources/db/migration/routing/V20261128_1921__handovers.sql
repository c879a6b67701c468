-- A colleague is asked whether they take over a conversation; until they do, it stays with whoever has it.
create table routing.handover (
    tenant_id       uuid        not null,
    id              uuid        not null,
    conversation_id uuid        not null,
    asked_by        uuid        not null,
    agent_id        uuid        not null,
    note            text        not null,
    asked_at        timestamptz not null,
    ends_at         timestamptz not null,
    primary key (tenant_id, id)
);
create unique index handover_of_conversation on routing.handover (tenant_id, conversation_id);
create index handover_to_agent on routing.handover (tenant_id, agent_id);
create index handover_by_asker on routing.handover (tenant_id, asked_by);
call tenancy.wall_off('routing.handover');
-- Those whose time is over are found over all tenants.
call tenancy.open_to_worker('routing.handover', 'select');
