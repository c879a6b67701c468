-- From here on other rooms keep account of what waits and of what agents hold. This is how it stands.
alter table conversation.conversation no force row level security;
create table conversation.waiting as
select tenant_id, id as conversation_id, contact_id, channel_id, department_id, waiting_since as since,
    waiting_since as standing_at, 1 as units
from conversation.conversation where handler = 'queue' and status = 'open';
create table conversation.held as
select tenant_id, id as conversation_id, assignee_id as agent_id, 1 as units, opened_at as since
from conversation.conversation where handler = 'agent' and status = 'open';
create table conversation.held_before as
select tenant_id, agent_id, sum(units)::int as units from conversation.held group by tenant_id, agent_id;
alter table conversation.conversation force row level security;
alter table conversation.waiting set schema routing;
alter table conversation.held set schema routing;
alter table conversation.held_before set schema agent;
