-- When somebody who works on cases first looked at what was set aside; an emergency among it calls until then.
alter table quarantine add column seen_at bigint;
-- Of what was there before, nobody is called now for the first time.
update quarantine set seen_at = received_at;
