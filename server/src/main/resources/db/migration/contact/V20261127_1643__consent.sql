-- Whether a contact wants marketing messages, as they last said to the network. Without a row they have not said.
create table contact.consent (
    tenant_id  uuid        not null,
    contact_id uuid        not null,
    marketing  text        not null check (marketing in ('resumed', 'stopped')),
    at         timestamptz not null,
    primary key (tenant_id, contact_id),
    foreign key (tenant_id, contact_id) references contact.contact
);
call tenancy.wall_off('contact.consent');
