-- An index for text may begin with its tenant.
create extension if not exists btree_gin with schema public;
