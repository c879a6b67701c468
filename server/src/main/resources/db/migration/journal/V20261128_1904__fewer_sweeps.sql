-- Entries come fast and go in one piece; sweeping after every thousand of them costs more than it gives back.
alter table journal.entry set (autovacuum_vacuum_insert_threshold = 100000);
