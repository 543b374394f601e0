-- Who may come to the desk from elsewhere. A token is shown once; what is kept cannot be used to come in.

create table token (
    id varchar not null,
    name varchar not null,
    rights varchar not null,     -- read, edit
    digest varchar not null,     -- SHA-256 of 32 random bytes: nothing that could be guessed, so nothing to slow down
    made timestamp not null,     -- UTC, as all of these
    used timestamp,
    ended timestamp
);
