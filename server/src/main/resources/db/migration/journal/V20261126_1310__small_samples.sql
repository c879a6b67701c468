call tenancy.sample_little('journal.entry');
