* The scale the other way round.
DATA LIST LIST / trust (F1.0).
BEGIN DATA
1
4
END DATA.
VALUE LABELS trust 1 "None" 2 "A few" 3 "Some" 4 "Many".
SAVE OUTFILE="turned-round.sav" /UNCOMPRESSED.
