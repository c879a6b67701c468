-- However many let the first operator in at once.
create unique index one_platform on tenancy.tenant (kind) where kind = 'platform';
