-- What the knowing half keeps. Sealed columns are AES-256-GCM under a key that only a staff login unwraps; the place that
-- each is bound to is its table, id and column. Times are milliseconds since 1970 in UTC.

-- login_hash: of the clinic's id and the name in lower case. name: sealed under the staff key.
-- wrapped: the person's own key under the passphrase, as JSON.
create table staff (
    id text primary key,
    login_hash text not null unique,
    role text not null,
    name bytea not null,
    wrapped text not null
);

-- The ring key and the data keys of the person's role, each sealed under the person's own key.
create table staff_keys (
    staff text not null references staff (id),
    name text not null,
    sealed bytea not null,
    primary key (staff, name)
);

-- Identities and signing keys, numbered, sealed under the ring key.
create table ring_keys (
    kind text not null,
    number integer not null,
    public_key text not null,
    sealed bytea not null,
    primary key (kind, number)
);

-- Left out of backups. id: hash of the cookie's secret. sealed: the person's own key under a key made from the secret.
create table sessions (
    id text primary key,
    staff text not null references staff (id),
    sealed bytea not null,
    started_at bigint not null,
    touched_at bigint not null
);

-- One number each: how far mail was opened, and what grows when the queue changes.
create table desk_state (
    name text primary key,
    value bigint not null
);
insert into desk_state (name, value) values ('opened-position', 0);
insert into desk_state (name, value) values ('version', 0);

-- An opened entry. signature and json are sealed under the staff key.
create table case_entries (
    entry text primary key,
    case_id text not null,
    envelope text not null,
    device text not null,
    json_hash text not null,
    position bigint not null,
    received_at bigint not null,
    signature bytea not null,
    json bytea not null
);
create index case_entries_by_case on case_entries (case_id);

-- Photos that the entries of a case name, whether they are here or not.
create table case_photos (
    case_id text not null,
    envelope text not null,
    primary key (case_id, envelope)
);

-- position: of the newest entry. card: what a line of the queue shows, sealed under the staff key.
create table cases (
    id text primary key,
    arrived_at bigint not null,
    changed_at bigint not null,
    position bigint not null,
    opened_at bigint,
    opened_position bigint not null,
    card bytea not null
);

create table quarantine (
    envelope text primary key,
    reason text not null,
    device text,
    received_at bigint not null
);

-- Append-only; each row's hash covers the row before.
create table audit (
    seq bigint primary key,
    at text not null,
    staff text not null,
    action text not null,
    object text not null,
    previous text not null,
    hash text not null
);
create trigger audit_stays before delete on audit begin select raise(abort, 'audit rows stay'); end;
create trigger audit_is_not_changed before update on audit begin select raise(abort, 'audit rows stay'); end;
