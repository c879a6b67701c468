create schema tenancy;
grant usage on schema tenancy to moked_app, moked_worker;

-- Whose rows this transaction may see; null, and so nobody's, unless the server said so.
create function tenancy.current_tenant() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('app.tenant', true), '')::uuid;
grant execute on function tenancy.current_tenant() to moked_app;

-- Walls a table off: each transaction of the application sees and writes the rows of one tenant only.
create procedure tenancy.wall_off(walled regclass)
    language plpgsql as
$$
begin
    execute format('alter table %s enable row level security', walled);
    execute format('alter table %s force row level security', walled);
    execute format('create policy tenant_wall on %s to moked_app '
        'using (tenant_id = tenancy.current_tenant()) with check (tenant_id = tenancy.current_tenant())', walled);
    execute format('grant select, insert, update, delete on %s to moked_app', walled);
end
$$;

-- Lets the worker of cross-tenant jobs through the wall, with these privileges only.
create procedure tenancy.open_to_worker(walled regclass, privileges text)
    language plpgsql as
$$
begin
    execute format('create policy worker_door on %s to moked_worker using (true) with check (true)', walled);
    execute format('grant %s on %s to moked_worker', privileges, walled);
end
$$;

create table tenancy.tenant (
    id         uuid        not null primary key,
    name       text        not null check (length(name) between 1 and 200),
    language   text        not null check (language in ('en', 'he')),
    kind       text        not null check (kind in ('business', 'platform')),
    created_at timestamptz not null
);

-- A tenant sees the row that is itself.
alter table tenancy.tenant enable row level security;
alter table tenancy.tenant force row level security;
create policy tenant_wall on tenancy.tenant to moked_app using (id = tenancy.current_tenant());
grant select on tenancy.tenant to moked_app;
call tenancy.open_to_worker('tenancy.tenant', 'select, insert, update');

-- Each tenant's keys for secrets and for files, wrapped by the key of the installation.
create table tenancy.key_set (
    tenant_id uuid  not null,
    purpose   text  not null check (purpose in ('secrets', 'files')),
    wrapped   bytea not null,
    primary key (tenant_id, purpose)
);
call tenancy.wall_off('tenancy.key_set');
call tenancy.open_to_worker('tenancy.key_set', 'select, insert');
