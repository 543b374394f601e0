-- Items of watched feeds that could not be read, so that a program that starts again does not ask for them each time.

create table missed_item (
    feed varchar not null,
    item varchar not null,       -- where it stands, as in the source of its failure
    tried timestamp not null     -- UTC
);
