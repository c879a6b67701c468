-- When the whole wait of a conversation began, however often it has been somebody's meanwhile; and who had it last, so that
-- it does not come straight back to them.
alter table routing.waiting no force row level security;
alter table routing.waiting add column came_at timestamptz, add column had_by uuid;
update routing.waiting set came_at = since;
alter table routing.waiting alter came_at set not null;
alter table routing.waiting force row level security;

alter table routing.held no force row level security;
alter table routing.held add column came_at timestamptz;
update routing.held set came_at = since;
alter table routing.held alter came_at set not null;
alter table routing.held force row level security;
