-- Staff beyond the first. sealing_key: the person's public key, to which keys are sealed while the person is not there.
-- opening_key: its secret half under the person's own key. vouched: role, permission and public key as whoever gave the
-- role saw them, sealed under the ring key (under the key of names for a role that reads no cases).
alter table staff add column reads_sponsors boolean not null default false;
alter table staff add column sealing_key text not null default '';
alter table staff add column opening_key bytea;
alter table staff add column vouched bytea;
alter table staff add column joined_at bigint not null default 0;
alter table staff add column last_login bigint;
-- From then on no key is left, and the name is free for somebody else.
alter table staff add column ended_at bigint;

-- New keys for somebody who was not there: sealed to the public key, inside that under a key of the time before. Taken
-- over at the person's next request.
create table staff_gifts (
    staff text not null references staff (id),
    number integer not null,
    sealed bytea not null,
    primary key (staff, number)
);

-- A key that only opens what was sealed before it was replaced: under the key of the same name that came next.
create table older_keys (
    name text not null,
    number integer not null,
    sealed bytea not null,
    primary key (name, number)
);

-- locator: the first letters of the code, which name the row; the rest is nowhere. name: sealed under the key of names.
-- wrapped: a key under the rest of the code (Argon2id), as JSON. gift: role and keys under that key.
create table staff_invitations (
    id text primary key,
    locator text not null unique,
    role text not null,
    name bytea not null,
    wrapped text not null,
    gift bytea not null,
    made_by text not null,
    made_at bigint not null,
    expires_at bigint not null
);
