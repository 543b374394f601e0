-- Feeds that are watched, as they were last asked.

create table feed (
    url varchar not null,
    due timestamp not null,      -- UTC, as all of these
    every double not null,       -- seconds
    etag varchar,
    modified varchar,
    failures integer not null,   -- in a row
    gone boolean not null,
    answered timestamp,
    trouble varchar
);

create view feeds as
select url, due, every, failures, gone, answered, trouble from feed order by url;
