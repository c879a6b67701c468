-- How many recipients there are in each state: what every statement that moves any of them changed, added up. Rows are
-- only ever added, so nobody who moves recipients waits for anybody else; now and then they are summed up to fewer.
create table broadcast.tally (
    tenant_id    uuid   not null,
    broadcast_id uuid   not null,
    id           bigint not null generated always as identity,
    state        broadcast.recipient_state not null,
    reason       text,
    recipients   int    not null,
    replied      int    not null,
    primary key (tenant_id, broadcast_id, id)
);
alter table broadcast.recipient no force row level security;
insert into broadcast.tally (tenant_id, broadcast_id, state, reason, recipients, replied)
select tenant_id, broadcast_id, state, reason, count(*), count(replied_at)
from broadcast.recipient group by tenant_id, broadcast_id, state, reason;
alter table broadcast.recipient force row level security;
call tenancy.wall_off('broadcast.tally');
call tenancy.open_to_worker('broadcast.tally', 'insert');

-- Whatever statement it was: so no way to a wrong count is left, and none needs to be remembered.
create function broadcast.tally_added() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp as
$$
begin
    insert into broadcast.tally (tenant_id, broadcast_id, state, reason, recipients, replied)
    select tenant_id, broadcast_id, state, reason, count(*), count(replied_at)
    from came group by tenant_id, broadcast_id, state, reason;
    return null;
end
$$;

create function broadcast.tally_moved() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp as
$$
begin
    insert into broadcast.tally (tenant_id, broadcast_id, state, reason, recipients, replied)
    select tenant_id, broadcast_id, state, reason, sum(one),
        coalesce(sum(one) filter (where replied_at is not null), 0)
    from (select tenant_id, broadcast_id, state, reason, replied_at, 1 as one from came
        union all
        select tenant_id, broadcast_id, state, reason, replied_at, -1 from went) as moved
    group by tenant_id, broadcast_id, state, reason
    having sum(one) <> 0 or coalesce(sum(one) filter (where replied_at is not null), 0) <> 0;
    return null;
end
$$;

create trigger tally_added after insert on broadcast.recipient
    referencing new table as came for each statement execute function broadcast.tally_added();
create trigger tally_moved after update on broadcast.recipient
    referencing old table as went new table as came for each statement execute function broadcast.tally_moved();
