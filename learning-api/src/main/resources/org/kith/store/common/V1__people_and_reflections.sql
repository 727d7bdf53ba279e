-- The learning store. The same statements run on SQLite and on PostgreSQL: ids and words are text,
-- times are milliseconds since 1970 in UTC, days are ISO 8601, yes and no are 1 and 0.

create table person (
  id           text primary key,
  name         text not null,
  organisation text,                      -- id in organisations.csv, or null for someone of none
  position     text not null default '',  -- what they are there, in their own words
  sign_in_name text unique,               -- what they type to sign in, lower case; null until invited
  created      bigint not null,
  left_at      bigint                     -- when they left; they can no longer sign in
);

create table person_role (
  person text not null references person (id),
  role   text not null check (role in ('practitioner', 'reviewer', 'researcher', 'steward')),
  primary key (person, role)
);

create table team (
  id           text primary key,
  name         text not null,
  organisation text not null,
  created      bigint not null
);

create table team_member (
  team   text not null references team (id),
  person text not null references person (id),
  since  bigint not null,
  primary key (team, person)
);
create index team_member_person on team_member (person);

-- What a learning cycle is, beside a name and who takes part, comes with the cycles themselves.
create table cycle (
  id      text primary key,
  name    text not null,
  created bigint not null
);

create table cycle_member (
  cycle  text not null references cycle (id),
  person text not null references person (id),
  since  bigint not null,
  primary key (cycle, person)
);
create index cycle_member_person on cycle_member (person);

-- Signing in.
create table credential (
  person  text primary key references person (id),
  hash    text not null,                  -- Argon2id, with its parameters and salt
  changed bigint not null
);

create table invitation (
  token_hash text primary key,            -- SHA-256 of the token; the token is in the link only
  person     text not null references person (id),
  created    bigint not null,
  expires    bigint not null,
  used       bigint
);

create table outside_identity (
  issuer  text not null,
  subject text not null,
  person  text not null references person (id),
  primary key (issuer, subject)
);

create table session (
  token_hash text primary key,            -- SHA-256 of the cookie's value
  person     text not null references person (id),
  csrf       text not null,
  created    bigint not null,
  seen       bigint not null,
  expires    bigint not null
);
create index session_person on session (person);

-- Who saw or changed what. Rows are only ever added; triggers hold that.
-- It never holds words of a reflection.
create table audit (
  id      text primary key,
  at      bigint not null,
  person  text not null,                  -- who did it
  action  text not null,                  -- such as reflection.opened
  subject text not null                   -- what it was done to, such as a reflection's id
);
create index audit_subject on audit (subject, at);

-- Reflections.
create table reflection (
  id          text primary key,           -- made by the author's device
  author      text not null references person (id),
  form        text not null,              -- which prompts: short, gibbs, after-action
  kind        text not null check (kind in ('reflection', 'experiment', 'change')),
  happened    text not null,              -- ISO day
  written     bigint not null,            -- by the device's clock
  arrived     bigint not null,
  changed     bigint not null,
  version     integer not null,           -- 1 when it arrives, one more with each change
  audience    text not null check (audience in ('me', 'team', 'cycle', 'counts')),
  shared      bigint not null default 0,  -- when that was chosen; who joined later does not read it
  team        text references team (id),  -- with audience team
  cycle       text references cycle (id), -- with audience cycle, or linked by the author
  follows     text,                       -- the reflection it carries on from, if any
  feeling     text,
  quotable    integer not null default 0, -- the author's yes to being quoted without a name
  looked      bigint not null default 0   -- when its author last looked at what came of it
);
create index reflection_author on reflection (author, happened);
create index reflection_team on reflection (team, happened);
create index reflection_cycle on reflection (cycle, happened);
create index reflection_follows on reflection (follows);

create table reflection_answer (
  reflection text not null references reflection (id) on delete cascade,
  position   integer not null,
  prompt     text not null,               -- id of the prompt: what, so-what, now-what
  words      text not null,
  primary key (reflection, position)
);

create table reflection_tap (
  reflection text not null references reflection (id) on delete cascade,
  tap        text not null,               -- level, carried, barrier, theme
  value      text not null,
  primary key (reflection, tap, value)
);

-- A withdrawn reflection is gone at once; only its id stays, so that a copy still waiting on a
-- device cannot bring it back.
create table withdrawn (
  reflection text primary key,
  author     text not null,
  at         bigint not null
);

-- A reply is read by the reflection's author and by those it was written among: the team or the
-- cycle that could read the reflection then. In a cycle it has no name, whatever happens later.
create table reply (
  id         text primary key,
  reflection text not null references reflection (id) on delete cascade,
  author     text not null references person (id),
  team       text references team (id),
  cycle      text references cycle (id),
  kind       text not null check (kind in ('reply', 'tried')),
  words      text not null,
  at         bigint not null
);
create index reply_reflection on reply (reflection, at);

-- Every form, prompt and tap that was ever shown here: what waits on a device for weeks is still
-- accepted after its place has taken a tap out.
create table known_word (
  kind  text not null,                    -- form, prompt, level, carried, barrier, feeling
  value text not null,
  since bigint not null,
  primary key (kind, value)
);

-- Themes are named, merged and set aside by people.
create table theme (
  id      text primary key,
  name    text not null,
  about   text not null default '',
  state   text not null check (state in ('named', 'merged', 'set aside')),
  into_id text references theme (id),     -- with state merged
  created bigint not null
);

-- What people decided of a suggested group of words.
create table suggestion_decision (
  suggestion text primary key,
  decision   text not null check (decision in ('named', 'set aside')),
  theme      text references theme (id),
  person     text not null references person (id),
  at         bigint not null
);

-- A sentence somebody asks to quote: the author says yes or no, then a second reader looks.
create table quotation (
  id         text primary key,
  reflection text not null references reflection (id) on delete cascade,
  theme      text references theme (id),
  words      text not null,
  offered    bigint not null,             -- when its author offered it
  reader     text references person (id), -- the second reader
  passed     bigint                       -- when the second reader passed it
);
create index quotation_theme on quotation (theme);
