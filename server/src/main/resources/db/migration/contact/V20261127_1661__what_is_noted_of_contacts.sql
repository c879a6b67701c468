-- What a business notes of a contact, and where their phone or id is from.
alter table contact.contact
    add column labels    text[] not null default '{}',
    add column country   text,
    add column time_zone text;
create index contact_labels on contact.contact using gin (tenant_id, labels) where labels <> '{}';
