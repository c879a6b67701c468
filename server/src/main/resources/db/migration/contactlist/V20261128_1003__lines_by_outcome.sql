create index line_by_outcome on contactlist.line (tenant_id, list_id, outcome, number) where outcome is not null;
