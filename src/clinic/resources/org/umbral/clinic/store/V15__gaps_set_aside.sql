-- Why staff set what a phone reported lost aside, as a code; null while it stands. Who and when is in the audit.
alter table gaps add column aside text;
