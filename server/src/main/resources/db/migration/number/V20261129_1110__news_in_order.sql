-- Meta says when something became so, which tells what came after what; a brake asks when it was heard of.
alter table number.news add column heard_at timestamptz;
update number.news set heard_at = told_at;
alter table number.news alter column heard_at set not null;
