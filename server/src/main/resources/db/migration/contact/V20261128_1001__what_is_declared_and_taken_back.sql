-- What a business declares of whether a contact wants marketing: that they do, or that they have taken it back.
-- An occasion is a list, or one time that somebody wrote it down. The last declaration counts; none is forgotten.
alter table contact.opt_in rename to declaration;
alter table contact.declaration rename constraint opt_in_pkey to declaration_pkey;
alter table contact.declaration rename column list_id to occasion_id;
alter table contact.declaration add column wants boolean not null default true;
alter table contact.declaration alter column wants drop default;
