-- What the blind half keeps. Times are milliseconds since 1970 in UTC. Nothing in the clear but what design.md §6 lists:
-- ids, hashes, sizes, times, device, state, emergency.

create table clinic_state (
    name text primary key,
    value text not null
);

-- Whole envelopes: small ones, and evidence whose parts are all here.
create table envelopes (
    sha256 text primary key,
    size bigint not null,
    device text not null,
    lane text not null,
    position bigint not null unique,
    received_at bigint not null,
    in_parts boolean not null
);

create table uploads (
    sha256 text primary key,
    size bigint not null,
    device text not null,
    lane text not null,
    touched_at bigint not null
);
create index uploads_by_device on uploads (device);

-- Evidence lies in parts that are never joined. Rows stay when the upload is whole.
create table parts (
    sha256 text not null,
    start bigint not null,
    length bigint not null,
    file text not null,
    primary key (sha256, start)
);

create table received_by_day (
    device text not null,
    day text not null,
    bytes bigint not null,
    primary key (device, day)
);

-- Receipts that a phone holds for bytes that nobody has any more (rule R8).
create table gaps (
    sha256 text not null,
    device text not null,
    size bigint not null,
    received_at text not null,
    reported_at bigint not null,
    primary key (sha256, device)
);

-- worker: the person's name, sealed under the staff key.
create table invitations (
    code_hash text primary key,
    person text not null,
    worker bytea not null,
    made_at bigint not null,
    expires_at bigint not null,
    device text
);

create table devices (
    id text primary key,
    person text not null,
    worker bytea not null,
    verifying_key text not null,
    sealing_key text not null,
    token_hash text not null unique,
    joined_at bigint not null,
    revoked_at bigint,
    last_heard bigint
);

create table letters (
    device text not null,
    position bigint not null,
    sealed bytea not null,
    primary key (device, position)
);

-- Signed in a staff session, so that a phone can join while nobody is logged in.
create table public_documents (
    kind text primary key,
    document text not null
);
