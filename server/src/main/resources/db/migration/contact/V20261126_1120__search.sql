-- As people mean it who type it: no capitals, no niqqud or other marks, one hyphen and one quote.
create function contact.plain(text) returns text
    language sql immutable parallel safe strict
    return translate(lower(regexp_replace(normalize($1, NFKD),
        '[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u200e\u200f\u202a-\u202e\u2066-\u2069]',
        '', 'g')), '־׳״', '-''"');
grant execute on function contact.plain(text) to moked_app;

-- All that a contact is found by, each word behind a space.
create function contact.words(name text, username text, phone text) returns text
    language sql immutable parallel safe
    return concat_ws(' ', '', contact.plain(name), contact.plain(username), phone);
grant execute on function contact.words(text, text, text) to moked_app;

-- Apart from the contact, whose row changes with every message.
create table contact.findable (
    tenant_id  uuid not null,
    contact_id uuid not null,
    words      text not null,
    primary key (tenant_id, contact_id)
);

-- Row-level security looks at a row before a search may, and so takes its index away. This function
-- searches as the owner, in the rows of the transaction's tenant and no other.
create policy search on contact.contact for select to current_user using (true);
create policy search on contact.findable for select to current_user using (true);

create policy once on contact.identity for select to current_user using (true);
insert into contact.findable
select c.tenant_id, c.id, contact.words(c.name, c.username, i.value)
from contact.contact c
    left join contact.identity i on i.tenant_id = c.tenant_id and i.contact_id = c.id and i.kind = 'phone';
drop policy once on contact.identity;

create index findable_by_words on contact.findable using gin (tenant_id, words public.gin_trgm_ops);
call tenancy.wall_off('contact.findable');

-- The contacts seen last of those who match: few are all found first, of many the newest are looked through.
create function contact.search(wanted text, digits text, before_at timestamptz, before_id uuid, most int)
    returns setof uuid
    language plpgsql stable security definer rows 100
    set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan as
$$
declare
    few constant int := 5000;
    tenant constant uuid := tenancy.current_tenant();
    plain constant text := regexp_replace(contact.plain(wanted), '([%_\\])', '\\\1', 'g');
    -- Fewer than three letters are looked for where words begin: there the index knows them.
    inside constant text := case when length(plain) < 3 then '% ' else '%' end || plain || '%';
    hits uuid[];
begin
    hits := array(
        select f.contact_id from contact.findable f
        where f.tenant_id = tenant and (f.words like inside or f.words like '%' || digits || '%')
        limit few + 1);
    if cardinality(hits) <= few then
        return query
        select c.id from contact.contact c
        where c.tenant_id = tenant and c.id = any(hits) and (c.last_seen_at, c.id) < (before_at, before_id)
        order by c.last_seen_at desc, c.id desc limit most;
    else
        return query
        select c.id from (
                select n.id from contact.contact n
                where n.tenant_id = tenant and (n.last_seen_at, n.id) < (before_at, before_id)
                order by n.last_seen_at desc, n.id desc offset 0) as c
            cross join lateral (
                select from contact.findable f
                where f.tenant_id = tenant and f.contact_id = c.id
                    and (f.words like inside or f.words like '%' || digits || '%') offset 0) as found
        limit most;
    end if;
end
$$;
revoke all on function contact.search(text, text, timestamptz, uuid, int) from public;
grant execute on function contact.search(text, text, timestamptz, uuid, int) to moked_app;
