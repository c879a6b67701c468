create schema contact;
grant usage on schema contact to moked_app;

create table contact.contact (
    tenant_id     uuid        not null,
    id            uuid        not null,
    name          text,
    username      text,
    language      text,
    first_seen_at timestamptz not null,
    last_seen_at  timestamptz not null,
    primary key (tenant_id, id)
);
create index contact_seen_last on contact.contact (tenant_id, last_seen_at desc, id desc);
call tenancy.wall_off('contact.contact');

-- The ways networks know a person. Stored exactly as they came; never rewritten.
create table contact.identity (
    tenant_id  uuid not null,
    kind       text not null check (kind in ('phone', 'network-id')),
    value      text not null,
    contact_id uuid not null,
    primary key (tenant_id, kind, value)
);
create index identity_of_contact on contact.identity (tenant_id, contact_id);
call tenancy.wall_off('contact.identity');
