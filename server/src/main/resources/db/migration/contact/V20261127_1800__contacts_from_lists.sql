-- A contact may come from a list before ever writing. Whoever was there until now came by writing.
alter table contact.contact
    add column wrote boolean not null default true,
    add column met   boolean not null default true;

-- What a business declares about marketing, and where it has it from. What the contact tells the network counts more.
create table contact.opt_in (
    tenant_id  uuid        not null,
    contact_id uuid        not null,
    list_id    uuid        not null,
    words      text        not null,
    by_id      uuid        not null,
    at         timestamptz not null,
    primary key (tenant_id, contact_id, list_id),
    foreign key (tenant_id, contact_id) references contact.contact
);
call tenancy.wall_off('contact.opt_in');
