* Labels, values declared missing one by one and as a range, system-missing, dates, a text longer than 255 bytes.
DATA LIST FIXED / id 1 trust 3-4 belong 6-7 answered 9-28 (DATETIME) town 30-37 (A) said 39-338 (A).
BEGIN DATA
1  1  2 04-MAR-2025 09:15:02 Mill End Zebedee
2  4 98 31-DEC-2025 23:59:59 Mill End Zebedee
3 -9 99 04-MAR-2025 09:15:02 Mill End
4    97 04-MAR-2025 09:15:02 Café
5 -8 96 04-MAR-2025 09:15:02 Café
6  3  5                      Café
END DATA.
VARIABLE LABELS trust "How many people here can be trusted?" / said "In your own words".
VALUE LABELS trust 1 "Many" 2 "Some" 3 "A few" 4 "None" -9 "Refused" -8 "Interviewer forgot".
VALUE LABELS belong 1 "Very strongly" 98 "Don't know" 99 "Prefer not to say" 97 "Not applicable".
MISSING VALUES trust (-9, -8) / belong (96 THRU 99).
SAVE OUTFILE="labels-and-missing.sav".
