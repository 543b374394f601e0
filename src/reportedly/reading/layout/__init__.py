"""How the page is laid out: furniture, paragraphs, sentences and quotations."""
