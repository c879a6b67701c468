-- Numbers of some countries are written in two ways, and whoever looks for one means both.
drop function contact.search(text, text, timestamptz, uuid, int);

-- The contacts seen last of those who match: few are all found first, of many the newest are looked through.
create function contact.search(wanted text, digits text, other text, before_at timestamptz, before_id uuid, most int)
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
        where f.tenant_id = tenant and (f.words like inside or f.words like '%' || digits || '%'
            or f.words like '%' || other || '%')
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
                    and (f.words like inside or f.words like '%' || digits || '%'
                        or f.words like '%' || other || '%') offset 0) as found
        limit most;
    end if;
end
$$;
revoke all on function contact.search(text, text, text, timestamptz, uuid, int) from public;
grant execute on function contact.search(text, text, text, timestamptz, uuid, int) to moked_app;
