-- How the network says that it charges for a message of ours, told of the furthest that it has come.
create table conversation.price (
    tenant_id  uuid                        not null,
    message_id uuid                        not null,
    told_as    conversation.message_status not null,
    type       text,
    category   text,
    model      text,
    billable   boolean,
    primary key (tenant_id, message_id)
);
call tenancy.wall_off('conversation.price');
