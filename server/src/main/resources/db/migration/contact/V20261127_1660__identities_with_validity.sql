-- WhatsApp knows a person of several businesses under one more id; and an id that another has replaced still tells
-- whose an old message is, though nothing is sent to it any more.
alter table contact.identity
    drop constraint identity_kind_check,
    add constraint identity_kind_check check (kind in ('phone', 'network-id', 'parent-id')),
    add column seen_at     timestamptz,
    add column until       timestamptz,
    add column replaced_by text,
    -- Where it has written to: an id is one portfolio's, and is answered from its numbers.
    add column channels    uuid[] not null default '{}';

-- Who else came to be known by what a contact was told to be replaced by.
create index identity_by_next on contact.identity (tenant_id, kind, replaced_by) where replaced_by is not null;

-- What a contact was known by and is no longer: shown, and never asked whose a message is.
create table contact.former_identity (
    tenant_id   uuid        not null,
    contact_id  uuid        not null,
    kind        text        not null,
    value       text        not null,
    since       timestamptz not null,
    seen_at     timestamptz not null,
    until       timestamptz not null,
    replaced_by text,
    passed_to   uuid,
    primary key (tenant_id, contact_id, kind, value)
);
create index former_identity_by_value on contact.former_identity (tenant_id, kind, value);
create index former_identity_by_next on contact.former_identity (tenant_id, kind, replaced_by)
    where replaced_by is not null;
call tenancy.wall_off('contact.former_identity');

-- A contact that a person has declared to be another one stays as it is, and points there.
alter table contact.contact
    add column given_name  text,
    add column merged_into uuid;
create index contact_merged on contact.contact (tenant_id, merged_into) where merged_into is not null;

create table contact.merge (
    tenant_id    uuid        not null,
    id           uuid        not null,
    contact_id   uuid        not null,
    into_id      uuid        not null,
    at           timestamptz not null,
    by_id        uuid        not null,
    separated_at timestamptz,
    separated_by uuid,
    primary key (tenant_id, id),
    check ((separated_at is null) = (separated_by is null))
);
create unique index merge_standing on contact.merge (tenant_id, contact_id) where separated_at is null;
create index merge_of_contact on contact.merge (tenant_id, contact_id);
create index merge_into on contact.merge (tenant_id, into_id);
call tenancy.wall_off('contact.merge');
