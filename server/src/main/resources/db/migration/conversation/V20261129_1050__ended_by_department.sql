-- How long agents had what ended last in a department.
create index conversation_ended on conversation.conversation (tenant_id, department_id, resolved_at desc)
    where status = 'resolved' and handler = 'agent';
