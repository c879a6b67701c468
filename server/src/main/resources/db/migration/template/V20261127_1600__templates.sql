create schema template;
grant usage on schema template to moked_app, moked_worker;

-- Our copy of the templates of each account at Meta. Its words for category, status and quality stay as it writes
-- them, so that tomorrow's are kept too.
create table template.template (
    tenant_id     uuid        not null,
    id            uuid        not null,
    account_id    text        not null,
    external_id   text        not null,
    name          text        not null,
    language      text        not null,
    category      text        not null,
    status        text        not null,
    quality       text,
    is_named      boolean     not null,
    components    jsonb       not null,
    reason        text,
    first_seen_at timestamptz not null,
    told_at       timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, account_id, external_id)
);
create index template_by_age on template.template (tenant_id, first_seen_at desc, id desc);
call tenancy.wall_off('template.template');

-- When the templates of an account are asked for next, and how that went.
create table template.account (
    tenant_id  uuid        not null,
    account_id text        not null,
    due_at     timestamptz not null,
    attempts   int         not null default 0,
    synced_at  timestamptz,
    failed_at  timestamptz,
    failure    text,
    primary key (tenant_id, account_id)
);
create index account_by_due on template.account (due_at);
call tenancy.wall_off('template.account');
call tenancy.open_to_worker('template.account', 'select, insert, update');
