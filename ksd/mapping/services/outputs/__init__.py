"""What comes out of a mapping: lists, the Berita Acara, the draft decree, cases, plan beside realisation."""
