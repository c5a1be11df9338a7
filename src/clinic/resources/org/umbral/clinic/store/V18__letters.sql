-- Of a letter that was taken back its place stays, with the print that a phone's cursor may name; sealed is empty then.
alter table letters add column print text;

-- Whether the phones that captured a case were told when it was opened; a phone that joins may not know.
alter table cases add column opened_told boolean not null default true;

-- What waits for its letter, which is little: looked for with each list of cases.
create index staff_entries_to_send on staff_entries (case_id) where not sent;
create index questions_to_send on questions (case_id) where not sent;
create index cases_to_tell on cases (id) where not opened_told;
