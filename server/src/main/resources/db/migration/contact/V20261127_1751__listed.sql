-- The address book on a business's phone names contacts too: when it last did, and whether the given name is its own
-- and not of somebody here.
alter table contact.contact
    add column listed_at timestamptz,
    add column is_listed boolean not null default false;

-- Where these are from has not been looked up yet.
create index contact_without_origin on contact.contact (tenant_id, id) where country is null;
