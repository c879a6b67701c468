-- When the message was written that gave an identity to its contact: one that comes late takes nothing back.
alter table contact.identity add column since timestamptz not null default 'epoch';
alter table contact.identity alter column since drop default;
