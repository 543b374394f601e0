-- Articles and what they say. Numbers count within this file and join its tables; ids are the records' own.
-- Rows lie in the order of their article's number, so DuckDB's block statistics find one article without an index.

create table article (
    number integer not null,
    id varchar not null,
    outlet varchar,
    url varchar,
    title varchar,
    byline varchar[] not null,
    dateline varchar,
    dateline_starts integer,
    dateline_ends integer,
    wires varchar[] not null,
    published varchar,           -- as the article says it
    moment timestamp,            -- the same in UTC; midnight where the article gives no time of day
    day date,                    -- the day as the outlet writes it
    language varchar not null,
    characters integer not null,
    notes varchar[] not null,
    read_by varchar              -- the reader that read it: version and weights
);

create table reading (
    article integer not null,
    document varchar not null    -- the whole reading as JSON; every other table is made of it
);

create table alias (             -- every id under which the article came in
    id varchar not null,
    article integer not null
);

create table same_text (         -- digests of text with outlet, and of text with address
    key bigint not null,
    article integer not null
);

create table given (             -- the file and line, or the address, that the article came from
    article integer not null,
    source varchar not null
);

create table input (             -- digests of bytes that an article was made of
    digest bigint not null,
    article integer not null
);

create table known_date (
    article integer not null,
    kind varchar not null,       -- published, feed, modified, crawl
    value varchar not null,
    trusted boolean not null,
    used boolean not null,
    why varchar
);

create table failure (
    id varchar,
    source varchar,
    reason varchar not null,
    read_by varchar
);

create table actor (
    article integer not null,
    id varchar not null,
    kind varchar not null,
    name varchar,
    label varchar not null,      -- the name, else the first words for it
    roles varchar[] not null,
    unnamed boolean not null,
    count integer,
    basis varchar,
    speaks_for varchar[] not null
);

create table mention (
    article integer not null,
    actor varchar not null,
    starts integer not null,
    ends integer not null,
    text varchar not null
);

create table statement (
    number integer not null,
    article integer not null,
    id varchar not null,
    within varchar,
    form varchar not null,
    act varchar not null,
    status varchar not null,
    sourcing varchar not null,
    speaker varchar not null,    -- the last link of the chain
    chain varchar[] not null,    -- what its links are called, the publishing outlet first
    score double not null,
    starts integer[] not null,   -- of the pieces of its content
    ends integer[] not null,
    text varchar not null        -- the pieces, with ' … ' between them
);

create table content (
    statement integer not null,
    article integer not null,
    piece integer not null,
    starts integer not null,
    ends integer not null,
    text varchar not null
);

create table link (
    statement integer not null,
    article integer not null,
    hop integer not null,        -- from 0, the publishing outlet
    actor varchar not null,
    label varchar not null,
    mention varchar,
    mention_starts integer,
    mention_ends integer,
    cue varchar,
    cue_starts integer,
    cue_ends integer,
    addressees varchar[] not null,
    said_from date,
    said_to date,
    said_on varchar
);

create table contact (
    number integer not null,
    article integer not null,
    id varchar not null,
    kind varchar not null,
    status varchar not null,
    parties varchar[] not null,
    names varchar[] not null,
    from_day date,
    to_day date,
    "when" varchar,
    place varchar,
    place_starts integer,
    place_ends integer,
    ordinal integer,
    statement varchar,
    chain varchar[] not null,
    score double not null,
    starts integer not null,
    ends integer not null,
    text varchar not null
);

create table position (
    number integer not null,
    article integer not null,
    id varchar not null,
    holder varchar not null,
    name varchar not null,
    stance varchar not null,
    target varchar not null,
    statement varchar,
    chain varchar[] not null,
    score double not null,
    starts integer not null,
    ends integer not null,
    text varchar not null
);

create table timex (
    article integer not null,
    starts integer,
    ends integer,
    text varchar,
    from_day date,
    to_day date
);

-- The index of words: DuckDB's own full text search is an extension, which would have to be downloaded.

create table word (
    number integer not null,
    word varchar not null        -- folded and stemmed
);

create table posting (           -- the words of contents, sorted; may hold statements that are gone
    word integer not null,
    statement integer not null
);

create table recent_posting (    -- those that are not sorted in yet
    word integer not null,
    statement integer not null
);

create table target_word (       -- the words of a position
    word integer not null,
    position integer not null
);

create table name (              -- what actors are called, each name once
    number integer not null,
    name varchar not null
);

create table name_word (
    word integer not null,
    name integer not null
);

create table utterer (           -- whoever utters a statement, and whom they speak for
    name integer not null,
    statement integer not null
);

create table subject (           -- actors whom a content mentions, by pronouns too
    name integer not null,
    statement integer not null
);

create table party (
    name integer not null,
    side integer not null,
    contact integer not null
);

create table holder (
    name integer not null,
    position integer not null
);

create index article_by_id on article (id);
create index alias_by_id on alias (id);
create index same_text_by_key on same_text (key);
create index word_by_word on word (word);
create index name_by_name on name (name);

-- For people with their own SQL tool.

create view articles as
select id as article, outlet, published, title, byline, wires, url, characters, notes, read_by
from article order by moment, number;

create view texts as
select article.id as article, json_extract_string(document, '$.article.text') as text
from reading join article on article.number = reading.article;

create view statements as
select article.id as article, statement.id as statement, outlet, published, speaker, sourcing, form, act, status,
    statement.text, array_to_string(chain, ' < ') as chain, statement.starts, statement.ends, within, score
from statement join article on article.number = statement.article;

create view actors as
select article.id as article, actor.id as actor, outlet, published, kind, label, name, roles, unnamed, count, basis,
    speaks_for
from actor join article on article.number = actor.article;

create view links as
select article.id as article, statement.id as statement, hop, actor, label, mention, mention_starts, mention_ends,
    cue, cue_starts, cue_ends, addressees, said_from, said_to
from link join article on article.number = link.article join statement on statement.number = link.statement;

create view contacts as
select article.id as article, contact.id as contact, outlet, published, kind, status, names, from_day, to_day, "when",
    place, ordinal, statement, contact.text, starts, ends, score
from contact join article on article.number = contact.article;

create view positions as
select article.id as article, position.id as position, outlet, published, name, stance, target, statement,
    position.text, starts, ends, score
from position join article on article.number = position.article;

create view dates as
select article.id as article, outlet, kind, value, trusted, used, why
from known_date join article on article.number = known_date.article;

create view failures as select source, id as article, reason, read_by from failure;
