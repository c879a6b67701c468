-- Whom an entry is about, beside who did it: a colleague who was given something, let in or let out.
alter table audit.entry add person_id uuid;
create index entry_by_actor on audit.entry (tenant_id, actor_id, at desc, id desc) where actor_id is not null;
create index entry_by_person on audit.entry (tenant_id, person_id, at desc, id desc) where person_id is not null;
