-- Learning cycles and learning reviews. What people write together here is read by those who take
-- part; under it stands in which voice it was said, never a name, except where somebody holds a
-- cycle, a review or a promise. Ids are made by the sender, so that what is sent twice is kept once.
-- What several can edit carries a version, so that nobody writes over what they have not seen.

-- A cycle: scale is person, team, organisation, place or national.
alter table cycle add column scale text not null default 'team';
alter table cycle add column organisation text;      -- at scale team and organisation, if of one
alter table cycle add column place text;             -- at scale place
alter table cycle add column steward text references person (id); -- who keeps it going
alter table cycle add column ended bigint;

-- In which voice somebody takes part: resident, practitioner, manager, leader, commissioner, policy.
alter table cycle_member add column voice text not null default 'practitioner';

-- The purpose in its wordings, and who agreed to each or did not.
create table purpose (
  cycle   text not null references cycle (id),
  version integer not null,               -- 1, 2, 3 …
  words   text not null,
  author  text not null references person (id),
  at      bigint not null,
  primary key (cycle, version)
);

create table purpose_voice (
  cycle   text not null,
  version integer not null,
  person  text not null references person (id),
  agrees  integer not null,               -- 1 or 0
  words   text not null default '',       -- a dissent's own words, kept
  at      bigint not null,
  voice   text not null default 'practitioner', -- in which it was said
  primary key (cycle, version, person),
  foreign key (cycle, version) references purpose (cycle, version)
);

-- What is known, asked and passed on in a cycle's four places.
create table cycle_entry (
  id         text primary key,
  cycle      text not null references cycle (id),
  stage      text not null check (stage in ('understand', 'design', 'try', 'embed')),
  kind       text not null check (kind in
    ('actor', 'factor', 'unknown', 'absent', 'question', 'embedded', 'note')),
  words      text not null,
  source     text not null default '',    -- of a factor: where it is known from
  confidence text check (confidence in ('guess', 'some', 'sure')), -- of a factor
  became     text check (became in ('adopted', 'adapted', 'dropped', 'open')), -- of what is embedded
  about      text,                        -- id of the experiment or question it is about
  author     text not null references person (id),
  voice      text not null,
  created    bigint not null,
  changed    bigint not null,
  version    integer not null default 1,
  taken_off  bigint                       -- no longer on the page, still in the record
);
create index cycle_entry_cycle on cycle_entry (cycle, created);

-- An experiment: a hunch put to the test, or a probe, which has none.
create table experiment (
  id        text primary key,
  cycle     text not null references cycle (id),
  question  text,                         -- id of the cycle_entry it is about
  title     text not null,
  type      text not null check (type in ('hypothesis', 'probe')),
  hunch     text not null default '',
  expect    text not null default '',     -- what we expect to see, or notice
  surprise  text not null default '',     -- what would surprise us
  harms     text not null default '',     -- what we watch for harm
  held_by   text not null default '',     -- who holds it, in words
  starts    text not null,                -- ISO day
  look_on   text,                         -- ISO day on which we look again
  state     text not null check (state in ('planned', 'trying', 'stopped', 'ended')),
  ended     text,                         -- ISO day
  learned   text not null default '',     -- what came, and what we keep
  decision  text,                         -- id of the decision it came from
  author    text not null references person (id),
  created   bigint not null,
  changed   bigint not null,
  version   integer not null default 1
);
create index experiment_cycle on experiment (cycle, created);

create table experiment_note (
  id         text primary key,
  experiment text not null references experiment (id),
  kind       text not null check (kind in ('observation', 'adaptation')),
  words      text not null,
  reason     text not null default '',    -- an adaptation has one
  happened   text not null,               -- ISO day
  reflection text,                        -- id of a reflection it rests on; its author said yes
  author     text not null references person (id),
  voice      text not null,
  at         bigint not null
);
create index experiment_note_experiment on experiment_note (experiment, happened);

-- The charts an experiment hopes to move, where it stands as a mark on its first day.
create table experiment_mark (
  experiment text not null references experiment (id),
  instrument text not null,
  measure    text not null,               -- item id or scale
  scope      text not null check (scope in ('all', 'place', 'organisation')),
  unit       text not null,
  primary key (experiment, instrument, measure, scope, unit)
);

-- What was asked or raised between cycles, and what came back. A tie to somebody outside has no
-- cycle to arrive at; its answers are written down by those who asked.
create table tie (
  id         text primary key,
  from_cycle text not null references cycle (id),
  to_cycle   text references cycle (id),
  outside    text,                        -- who, in words, when there is no cycle
  way        text not null check (way in ('up', 'down', 'across')),
  kind       text not null check (kind in ('barrier', 'question', 'learning')),
  words      text not null,
  experiment text,
  author     text not null references person (id),
  voice      text not null,
  raised     bigint not null,
  reminded   bigint                       -- when it was last asked again
);
create index tie_to on tie (to_cycle, raised);
create index tie_from on tie (from_cycle, raised);

create table tie_reply (
  id     text primary key,
  tie    text not null references tie (id),
  answer text not null check (answer in ('changed', 'trying', 'cannot')),
  words  text not null,                   -- cannot has a because
  author text not null references person (id),
  voice  text not null,
  at     bigint not null
);
create index tie_reply_tie on tie_reply (tie, at);

-- The conversation about how the system behaves: where each person sees each behaviour, 1 to 10.
create table behaviour_round (
  id     text primary key,
  cycle  text not null references cycle (id),
  opened bigint not null,
  closed bigint                           -- nobody sees any answer but their own before
);

create table behaviour_answer (
  round     text not null references behaviour_round (id),
  behaviour text not null,                -- id of one of the nine
  person    text not null references person (id),
  voice     text not null,
  seen      integer not null check (seen between 1 and 10),
  words     text not null default '',
  at        bigint not null,
  primary key (round, behaviour, person)
);

-- A learning review. Its times, as they come, say where it is.
create table review (
  id           text primary key,
  name         text not null,
  commissioner text not null references person (id),
  purpose      text not null default '',
  not_for      text not null default '',  -- what it will not be used for, in writing
  place        text,                      -- or null for everywhere
  from_wave    text,
  to_wave      text,
  follows      text references review (id), -- the review before, whose promises this one opens with
  meets_on     text,                      -- ISO day
  created      bigint not null,
  version      integer not null default 1,
  before_snapshot text,                   -- what everybody can read while they say it first
  snapshot     text,                      -- the evidence pack's; unreadable until looked
  said_opened  bigint,                    -- say it first begins; new numbers are sealed
  said_closed  bigint,                    -- no more predictions; providers look first
  looked       bigint,                    -- everybody looks; the seal is off
  alone_opened bigint,                    -- each reads alone
  alone_closed bigint,                    -- readings are opened to all, for good
  published    bigint,
  showing      integer not null default 1, -- number of the question on the room's screen
  timer_ends   bigint,                    -- when the time for it is over
  timer_left   bigint                     -- milliseconds left while it is paused
);

create table review_cycle (
  review text not null references review (id),
  cycle  text not null references cycle (id),
  primary key (review, cycle)
);

create table review_person (
  review   text not null references review (id),
  person   text not null references person (id),
  voice    text not null,
  provider integer not null default 0,    -- looks first, corrects, adds context
  invited  bigint not null,
  came     integer not null default 1,    -- 0: was invited and could not come
  primary key (review, person)
);

-- Voices that are not in the room.
create table review_absent (
  id     text primary key,
  review text not null references review (id),
  words  text not null,
  at     bigint not null
);

-- What the room is asked, one at a time.
create table review_question (
  id       text primary key,
  review   text not null references review (id),
  position integer not null,              -- 1, 2, 3 …
  words    text not null,
  figure   text,                          -- address of an indicator in the pack's snapshot
  unique (review, position)
);

-- What somebody expects before they see. It never changes.
create table prediction (
  id       text primary key,
  question text not null references review_question (id),
  person   text not null references person (id),
  voice    text not null,
  low      double precision,              -- of 100, when there is a share to expect
  high     double precision,
  words    text not null default '',
  surprise text not null default '',      -- what would surprise them
  at       bigint not null,
  unique (question, person)
);

-- What providers add to the pack before others look.
create table pack_context (
  id       text primary key,
  review   text not null references review (id),
  question text references review_question (id),
  words    text not null,
  author   text not null references person (id),
  voice    text not null,
  at       bigint not null
);

-- What somebody reads in it alone. Read by nobody else until the readings are opened.
create table reading (
  id       text primary key,
  question text not null references review_question (id),
  person   text not null references person (id),
  voice    text not null,
  words    text not null,
  at       bigint not null,
  changed  bigint not null,
  version  integer not null default 1,
  fits_none integer not null default 0,   -- 1: set beside the others by its author as fitting none
  unique (question, person)
);

-- What the room writes down together.
create table room_note (
  id       text primary key,
  review   text not null references review (id),
  question text references review_question (id),
  kind     text not null check (kind in ('noticing', 'rival', 'apart', 'dissent', 'tell')),
  words    text not null,
  whom     text not null default '',      -- of tell: whom we will tell
  author   text not null references person (id),
  voice    text not null,
  at       bigint not null,
  changed  bigint not null,
  version  integer not null default 1,
  taken_off bigint
);
create index room_note_review on room_note (review, at);

-- What the commissioner says of their own level.
create table own_level (
  review  text not null references review (id),
  kind    text not null check (kind in ('rule', 'form', 'funding', 'changed')),
  words   text not null,
  changed bigint not null,
  version integer not null default 1,
  primary key (review, kind)
);

-- A decision rests on evidence, or says that it is a judgement.
create table decision (
  id      text primary key,
  cycle   text references cycle (id),
  review  text references review (id),
  words   text not null,
  basis   text not null check (basis in ('evidence', 'judgement')),
  because text not null default '',
  decided text not null,                  -- ISO day
  author  text not null references person (id),
  at      bigint not null,
  check (cycle is not null or review is not null)
);
create index decision_cycle on decision (cycle, at);
create index decision_review on decision (review, at);

create table dissent (
  id       text primary key,
  decision text not null references decision (id),
  words    text not null,
  author   text not null references person (id),
  voice    text not null,
  at       bigint not null
);

-- What is looked at. An indicator is kept with its snapshot and the hash of its bytes.
create table evidence (
  id         text primary key,
  cycle      text references cycle (id),
  review     text references review (id),
  kind       text not null check (kind in
    ('indicator', 'theme', 'reflection', 'note', 'link', 'file', 'judgement')),
  snapshot   text,
  figure     text,                        -- address of an indicator in the snapshot, or a theme's id
  sha256     text,                        -- of the API's answer, as everybody sees it
  reflection text,                        -- id; shown only while its author shares it with the cycle
  address    text,                        -- of a link
  words      text not null default '',    -- why it is looked at; of a note or judgement, all of it
  author     text not null references person (id),
  voice      text not null,
  at         bigint not null,
  taken_off  bigint,
  check (cycle is not null or review is not null)
);
create index evidence_cycle on evidence (cycle, at);
create index evidence_review on evidence (review, at);

create table evidence_file (
  evidence text primary key references evidence (id),
  name     text not null,
  type     text not null,
  base64   text not null                  -- at most 1 MB before it was written so
);

create table decision_evidence (
  decision text not null references decision (id),
  evidence text not null references evidence (id),
  primary key (decision, evidence)
);

-- What was changed because of a decision, and what was seen next.
create table change_made (
  id         text primary key,
  decision   text not null references decision (id),
  experiment text references experiment (id),
  words      text not null,
  happened   text not null,               -- ISO day
  observed   text references evidence (id), -- the next observation
  author     text not null references person (id),
  at         bigint not null
);

-- Promises, both ways.
create table promise (
  id     text primary key,
  review text not null references review (id),
  by_whom text not null,                  -- who promises, in words
  to_whom text not null,
  words  text not null,
  due    text,                            -- ISO day
  person text references person (id),     -- who holds it, if they said so
  at     bigint not null
);

-- What happened to what we said: of a decision, an experiment or a promise.
create table followed_up (
  id       text primary key,
  review   text not null references review (id), -- the review that asks
  subject  text not null,                 -- id of what was said
  kind     text not null check (kind in ('decision', 'experiment', 'promise')),
  happened text not null check (happened in ('done', 'partly', 'not yet', 'dropped')),
  words    text not null,
  author   text not null references person (id),
  at       bigint not null,
  unique (review, subject)
);

-- The account that all who took part approve, in its versions.
create table account (
  review     text not null references review (id),
  version    integer not null,
  summary    text not null,
  data_notes text not null default '',
  author     text not null references person (id),
  at         bigint not null,
  primary key (review, version)
);

create table account_voice (
  review   text not null,
  version  integer not null,
  person   text not null references person (id),
  approves integer not null,
  words    text not null default '',      -- a dissent's own words, printed with the account
  voice    text not null,
  at       bigint not null,
  primary key (review, version, person),
  foreign key (review, version) references account (review, version)
);

-- One thing learned. It enters the memory when the account it stands in is published, or when those
-- in its cycle agree to show it.
create table learning (
  id       text primary key,
  review   text references review (id),
  cycle    text references cycle (id),
  words    text not null,
  position integer not null,
  at       bigint not null,
  approved bigint,
  check (cycle is not null or review is not null)
);

-- Residents. Nothing here joins a code to a device or a time of day: prints are keyed hashes, and
-- days are days.
create table withdrawal (
  print text primary key,                 -- of the code
  day   text not null
);

create table contest (
  id     text primary key,
  review text references review (id),     -- the account it speaks to, or null
  figure text,                            -- the figure it speaks to, or null
  words  text not null,
  day    text not null,
  state  text not null check (state in ('waiting', 'shown', 'kept back')),
  reader text references person (id),
  because text not null default ''        -- why it is kept back
);

-- The consent ledger: rows are only ever added, the last one on a subject, category and audience
-- holds until its day.
create table consent (
  id       text primary key,
  subject  text not null,                 -- print of a resident's code, or a person's id
  kind     text not null check (kind in ('resident', 'person')),
  category text not null,                 -- answers, taps, words
  audience text not null,                 -- tables, research
  allowed  integer not null,
  until    text,                          -- ISO day after which it no longer holds, or null
  day      text not null,
  sequence bigint not null                -- orders rows of one subject and day
);
create index consent_subject on consent (subject, category, audience, sequence);
