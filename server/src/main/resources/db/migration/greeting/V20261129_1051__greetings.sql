create schema greeting;
grant usage on schema greeting to moked_app;

-- What a department says by itself.
create table greeting.text (
    tenant_id     uuid not null,
    department_id uuid not null,
    occasion      text not null check (occasion in ('greeting', 'away', 'asked')),
    language      text not null check (language in ('en', 'he')),
    body          text not null check (length(body) between 1 and 1024),
    primary key (tenant_id, department_id, occasion, language)
);
call tenancy.wall_off('greeting.text');

-- What a business understands, and after how long it says the same again; a business without it understands nothing.
create table greeting.setting (
    tenant_id         uuid   not null,
    ask_words         text[] not null,
    give_up_words     text[] not null,
    greet_again_hours int    not null check (greet_again_hours between 1 and 168),
    ask_again_minutes int    not null check (ask_again_minutes between 1 and 1440),
    primary key (tenant_id)
);
call tenancy.wall_off('greeting.setting');

-- Whom something was said to last, and where: so that nobody is told twice.
create table greeting.told (
    tenant_id       uuid        not null,
    channel_id      uuid        not null,
    contact_id      uuid        not null,
    occasion        text        not null check (occasion in ('greeting', 'away', 'asked')),
    conversation_id uuid        not null,
    at              timestamptz not null,
    primary key (tenant_id, channel_id, contact_id, occasion)
);
call tenancy.wall_off('greeting.told');
