-- The page of one claim, one story or one article: without these all claims of the store are looked through, table by
-- table.

create index claim_by_id on claim (id);
create index telling_by_claim on telling (claim);
create index telling_by_article on telling (article);
create index first_report_by_claim on first_report (claim);
create index origin_by_claim on origin (claim);
create index origin_article_by_claim on origin_article (claim);
