-- One reading at a time: without an index DuckDB unpacks some two thousand documents to give one.

create index reading_by_article on reading (article);
