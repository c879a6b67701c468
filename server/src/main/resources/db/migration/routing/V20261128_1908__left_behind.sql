-- What was left to be given is looked for where agents are given anything.
call tenancy.open_to_worker('routing.department', 'select');
-- Whose conversations wait and through which number, their own room knows.
alter table routing.waiting drop column contact_id, drop column channel_id;
