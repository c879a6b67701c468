-- Meta tells of voice messages whether they were listened to.
alter type conversation.message_status add value 'played' after 'read';
