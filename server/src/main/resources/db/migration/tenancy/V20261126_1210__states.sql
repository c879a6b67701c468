-- A suspended tenant may come back at any time; one that has ended, while its rows are kept.
alter table tenancy.tenant
    add state       text not null default 'active' check (state in ('active', 'suspended', 'ended')),
    add state_since timestamptz;
-- The wall holds for its owner too, who steps over it for this.
alter table tenancy.tenant no force row level security;
update tenancy.tenant set state_since = created_at;
alter table tenancy.tenant force row level security;
alter table tenancy.tenant alter state_since set not null;

-- Whether anybody may come in for a tenant.
create function tenancy.is_active(tenant uuid) returns boolean
    language sql stable parallel safe
    return exists (select from tenancy.tenant t where t.id = tenant and t.state = 'active');

-- Whether messages for a tenant are still taken: also while it is suspended, since those who write cannot know.
create function tenancy.is_served(tenant uuid) returns boolean
    language sql stable parallel safe
    return exists (select from tenancy.tenant t where t.id = tenant and t.state <> 'ended');
grant execute on function tenancy.is_active(uuid), tenancy.is_served(uuid) to moked_app, moked_worker;
