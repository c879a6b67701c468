create schema canned;
grant usage on schema canned to moked_app;

-- Texts that are kept to be sent again: of their owner, else of a department, else of the whole business.
create table canned.reply (
    tenant_id     uuid not null,
    id            uuid not null,
    owner_id      uuid,
    department_id uuid,
    name          text not null check (length(name) between 1 and 40),
    media_id      uuid,
    primary key (tenant_id, id),
    check (owner_id is null or department_id is null)
);
-- Where it is kept, one of them goes by its name.
create unique index reply_name on canned.reply (tenant_id, coalesce(owner_id, department_id, tenant_id), lower(name));
call tenancy.wall_off('canned.reply');

-- What it says in one language (BCP 47).
create table canned.text (
    tenant_id uuid not null,
    reply_id  uuid not null,
    language  text not null,
    body      text not null check (length(body) between 1 and 4096),
    primary key (tenant_id, reply_id, language),
    foreign key (tenant_id, reply_id) references canned.reply on delete cascade
);
call tenancy.wall_off('canned.text');

-- How often each user took it: a row of their own each, so nobody waits for anybody to count.
create table canned.use (
    tenant_id uuid not null,
    reply_id  uuid not null,
    user_id   uuid not null,
    uses      int  not null,
    primary key (tenant_id, reply_id, user_id),
    foreign key (tenant_id, reply_id) references canned.reply on delete cascade
);
call tenancy.wall_off('canned.use');
