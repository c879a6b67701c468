-- Nobody gets anything unless a room grants it.
revoke all on schema public from public;

-- Every room may search text by trigrams.
create extension if not exists pg_trgm with schema public;
grant usage on schema public to moked_app, moked_worker;
