"""Whatever is given -> articles: files, pages, rows and addresses."""
