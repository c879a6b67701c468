create schema mail;
grant usage on schema mail to moked_app, moked_worker;

-- E-mails to users, from when they are written until they are over. Whom they are for and what stands in them is
-- sealed, because links are secrets, and emptied once nobody needs it.
create table mail.letter (
    tenant_id    uuid        not null,
    id           uuid        not null,
    kind         text        not null,
    sealed       bytea,
    state        text        not null check (state in ('waiting', 'sent', 'failed')),
    attempts     int         not null default 0,
    -- When it is to be tried next; once it is over, since when.
    due_at       timestamptz not null,
    useful_until timestamptz not null,
    primary key (tenant_id, id),
    check ((state = 'waiting') = (sealed is not null))
);
create index letter_due on mail.letter (due_at);
call tenancy.wall_off('mail.letter');
call tenancy.open_to_worker('mail.letter', 'select, update, delete');
