-- Roles of a tenant's own, beside those that everybody has.
create table access.role (
    tenant_id   uuid   not null,
    id          uuid   not null,
    name        text   not null check (length(name) between 1 and 60),
    permissions text[] not null,
    primary key (tenant_id, id)
);
create unique index role_by_name on access.role (tenant_id, lower(name));
call tenancy.wall_off('access.role');
call tenancy.open_to_worker('access.role', 'select');

-- Which role somebody holds, for one department or, where none is named, everywhere.
create table access.user_role (
    tenant_id     uuid not null,
    user_id       uuid not null,
    standard      text check (standard in ('agent', 'manager', 'administrator', 'operator')),
    role_id       uuid,
    department_id uuid,
    unique nulls not distinct (tenant_id, user_id, standard, role_id, department_id),
    foreign key (tenant_id, user_id) references access.app_user on delete cascade,
    foreign key (tenant_id, role_id) references access.role,
    check (num_nonnulls(standard, role_id) = 1)
);
create index user_role_of_role on access.user_role (tenant_id, role_id) where role_id is not null;
-- The walls hold for their owner too, who steps over them for this.
alter table access.app_user no force row level security;
insert into access.user_role (tenant_id, user_id, standard) select tenant_id, id, role from access.app_user;
alter table access.app_user force row level security;
call tenancy.wall_off('access.user_role');
call tenancy.open_to_worker('access.user_role', 'select');

-- Whoever is invited has no password yet; whoever is deactivated may not use theirs.
alter table access.app_user
    add state text not null default 'active' check (state in ('invited', 'active', 'deactivated')),
    alter password_hash drop not null,
    add check (state <> 'active' or password_hash is not null),
    drop role;
alter table access.app_user alter state drop default;

-- What somebody holds, as the server reads it with every request. A standard role's permissions are the server's to know.
create function access.roles_of(tenant uuid, holder uuid) returns jsonb
    language sql stable parallel safe
    return (
        select coalesce(jsonb_agg(jsonb_build_object('role', coalesce(held.standard, held.role_id::text),
            'name', r.name, 'permissions', r.permissions,
            'departments', case when not held.everywhere then held.departments end)), '[]')
        from (select standard, role_id, bool_or(department_id is null) as everywhere,
                array_agg(department_id) as departments
            from access.user_role u
            where u.tenant_id = tenant and u.user_id = holder group by standard, role_id) as held
            left join access.role r on r.tenant_id = tenant and r.id = held.role_id);
grant execute on function access.roles_of(uuid, uuid) to moked_app, moked_worker;

-- A token may do what its maker may, and of that only this, until then.
alter table access.api_token
    add permissions text[]      not null default '{}',
    add expires_at  timestamptz not null default now() + interval '90 days';
alter table access.api_token no force row level security;
update access.api_token set permissions = array['READ_CONVERSATIONS', 'ANSWER_CONVERSATIONS',
    'ANSWER_FOR_COLLEAGUES', 'ASSIGN_CONVERSATIONS', 'READ_CONTACTS', 'READ_USERS', 'READ_AUDIT', 'EXPORT_AUDIT',
    'MANAGE_USERS', 'MANAGE_ROLES', 'MANAGE_CHANNELS', 'MANAGE_API_TOKENS', 'MANAGE_SECURITY_POLICY', 'OPERATE'];
alter table access.api_token force row level security;
alter table access.api_token alter permissions drop default, alter expires_at drop default;
