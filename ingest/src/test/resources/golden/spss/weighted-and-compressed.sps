* Weighted, compressed, with a name longer than eight characters and a date without a time.
DATA LIST LIST / trust_in_people_here (F1.0) day (EDATE10) wt (F8.4).
BEGIN DATA
1 04.03.2025 0.75
4 31.12.2025 1.25
2 01.01.2026 2
END DATA.
WEIGHT BY wt.
SAVE OUTFILE="weighted-and-compressed.sav" /COMPRESSED.
