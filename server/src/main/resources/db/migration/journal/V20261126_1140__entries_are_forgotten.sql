grant delete on journal.entry to moked_worker;

-- The last entry that has been forgotten; whoever was told less than that cannot be told the rest.
create table journal.swept (
    one boolean not null primary key default true check (one),
    xid xid8    not null,
    seq bigint  not null
);
insert into journal.swept (xid, seq) values ('0', 0);
grant select, update on journal.swept to moked_worker;
