-- What attorneys said of the clinic's rules, in order; rows are only added. document: signed by the clinic's signing key,
-- without a name. name: of the attorney, sealed under the key of names.
create table rule_words (
    seq bigint primary key,
    rule text not null,
    document text not null,
    signature bytea not null,
    name bytea not null
);
create index rule_words_by_rule on rule_words (rule, seq);

-- Reference tables of places that the clinic sends to its phones, the newest of each name: no case data. document: as it
-- was signed.
create table reference_tables (
    name text primary key,
    document text not null
);
