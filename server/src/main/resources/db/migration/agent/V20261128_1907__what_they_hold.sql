-- What agents hold already.
alter table agent.agent no force row level security;
insert into agent.agent (tenant_id, user_id, availability, since, capacity, used, idle_since)
select tenant_id, agent_id, 'offline', now(), 30, units, now() from agent.held_before;
alter table agent.agent force row level security;
drop table agent.held_before;
