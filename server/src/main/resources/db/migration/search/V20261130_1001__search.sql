create schema search;
grant usage on schema search to moked_app, moked_worker;

-- What messages and notes are found by; what they say stands with them, and nowhere else.
create table search.entry (
    tenant_id       uuid        not null,
    at              timestamptz not null,
    id              uuid        not null,
    conversation_id uuid        not null,
    words           tsvector    not null,
    primary key (tenant_id, at, id)
);
create index entry_by_words on search.entry using gin (words);
call tenancy.wall_off('search.entry');
call tenancy.open_to_worker('search.entry', 'select, insert, update, delete');
alter table search.entry set (autovacuum_vacuum_insert_threshold = 100000);

-- How far back the messages of a business have been read that were there before.
create table search.progress (
    tenant_id uuid    not null primary key,
    before_id uuid    not null,
    is_done   boolean not null default false
);
call tenancy.wall_off('search.progress');
call tenancy.open_to_worker('search.progress', 'select, insert, update');

-- Time in pieces of thirty days.
create function search.piece(at timestamptz) returns int
    language sql immutable parallel safe strict
    return floor(extract(epoch from at) / 2592000)::int;
create function search.start(piece int) returns timestamptz
    language sql immutable parallel safe strict
    return to_timestamp(piece * 2592000::bigint);

-- What every word begins with in the index: so a look for one is one for the words of a tenant in a piece of time.
create function search.key(tenant uuid, piece int) returns text
    language sql immutable parallel safe strict
    return right(tenant::text, 6) || lpad(to_hex(piece), 3, '0');
grant execute on function search.piece(timestamptz), search.start(int), search.key(uuid, int) to moked_app, moked_worker;

-- Row-level security looks at a row before a search may, and so takes its index away. This function
-- searches as the owner, in the rows of the transaction's tenant and no other.
create policy search on search.entry for select to current_user using (true);

-- The newest that match, from the newest piece of time backwards. In each, few are all found first; of many the
-- newest are looked through. In what is wanted, ~ stands where the key of the piece goes.
create function search.find(wanted text, from_at timestamptz, before_at timestamptz, before_id uuid, most int)
    returns table (found_at timestamptz, found_id uuid, found_in uuid)
    language plpgsql stable security definer rows 100
    set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan as
$$
declare
    few constant int := 2000;
    tenant constant uuid := tenancy.current_tenant();
    piece int;
    since timestamptz;
    matching tsquery;
    hits int;
    missing int := most;
begin
    while missing > 0 loop
        select search.piece(e.at) into piece from search.entry e
        where e.tenant_id = tenant and (e.at, e.id) < (before_at, before_id) and e.at >= from_at
        order by e.at desc, e.id desc limit 1;
        exit when piece is null;
        since := greatest(search.start(piece), from_at);
        matching := replace(wanted, '~', search.key(tenant, piece))::tsquery;
        hits := (select count(*) from (
            select from search.entry e
            where e.tenant_id = tenant and e.words @@ matching and e.at >= since limit few + 1) as counted);
        if hits > few then
            return query
            select n.at, n.id, n.conversation_id from (
                select e.* from search.entry e
                where e.tenant_id = tenant and (e.at, e.id) < (before_at, before_id) and e.at >= since
                order by e.at desc, e.id desc offset 0) as n
            where n.words @@ matching limit missing;
            get diagnostics hits = row_count;
        elsif hits > 0 then
            return query
            select m.at, m.id, m.conversation_id from (
                select e.at, e.id, e.conversation_id from search.entry e
                where e.tenant_id = tenant and e.words @@ matching and (e.at, e.id) < (before_at, before_id) and e.at >= since
                offset 0) as m
            order by m.at desc, m.id desc limit missing;
            get diagnostics hits = row_count;
        end if;
        missing := missing - hits;
        before_at := since;
        before_id := '00000000-0000-0000-0000-000000000000';
    end loop;
end
$$;
revoke all on function search.find(text, timestamptz, timestamptz, uuid, int) from public;
grant execute on function search.find(text, timestamptz, timestamptz, uuid, int) to moked_app;
