call tenancy.sample_little('contact.identity');
call tenancy.sample_little('contact.findable');
