/*
 * Finds names, places, dates, numbers and addresses in what somebody types, on the device, so that
 * nothing has to be sent to be looked at. It does what org.kith.spotter does in Java, from the same
 * rules: the server puts them in the place of the word below. Tests compare the two on a corpus.
 *
 * spot(text) gives [{start, end, kind, found}], from first to last; nothing overlaps.
 */
const RULES = "@RULES@";

const LISTS = {};
for (const [name, words] of Object.entries(RULES.words)) LISTS[name] = new Set(words.split(' '));
const SOUGHT = RULES.patterns.map(p => ({
  kind: p.kind,
  find: new RegExp(p.find, 'gu'),
  grouped: new RegExp(p.find + '|', 'u').exec('').length > 1,
  check: p.check || '',
}));

const MOST_WORDS = 4;
const SHORTEST_STEM = 3;
const SILENT = ' \u00a0"\'‘’“”([{';
const STOPS = '.!?…:\n\r\t-–—*•/|>';
const OPENING = '"\'‘“([';
const IN_WORD = /[\p{L}\p{Nd}]/u;

/** What each kind is called when it is spoken of. */
export const KINDS = {
  'name': 'a name',
  'perhaps-a-name': 'perhaps a name',
  'place': 'a place',
  'address': 'an address',
  'organisation': 'an organisation',
  'postcode': 'a postcode',
  'date': 'a date',
  'phone': 'a phone number',
  'email': 'an e-mail address',
  'nhs-number': 'an NHS number',
  'ni-number': 'a National Insurance number',
};

export function spot(text) {
  const found = [];
  for (const sought of SOUGHT) addSought(found, sought, text);
  addNames(found, text);
  found.sort((a, b) => a.start - b.start);
  return found.map(f => ({ ...f, found: text.slice(f.start, f.end) }));
}

const overlaps = (f, start, end) => f.start < end && start < f.end;

function addSought(found, sought, text) {
  const find = sought.find;
  find.lastIndex = 0;
  for (let m = find.exec(text); m; m = find.exec(text)) {
    const start = m.index + (sought.grouped ? m[1].length : 0);
    const end = m.index + m[0].length;
    const right =
      apart(text, m.index) && apart(text, end) &&
      !found.some(f => overlaps(f, start, end)) &&
      holds(sought.check, text.slice(start, end));
    if (right) found.push({ start, end, kind: sought.kind });
    find.lastIndex = right ? end : m.index + 1;
  }
}

/** Whether a stretch may begin or end here: not in the middle of a word or number. */
function apart(text, at) {
  return at === 0 || at === text.length ||
    !(IN_WORD.test(text[at - 1]) && IN_WORD.test(text[at]));
}

function holds(check, found) {
  if (check === 'nhs') return nhs(found.replace(/[^0-9]/g, ''));
  if (check === 'date') return date(found.match(/[0-9]+/g).map(Number));
  return true;
}

function nhs(digits) {
  let sum = 0;
  for (let i = 0; i < 9; i++) sum += Number(digits[i]) * (10 - i);
  return (11 - sum % 11) % 11 === Number(digits[9]);
}

function date([a, b, c]) {
  if (a > 31) return b <= 12 && b > 0 && c <= 31 && c > 0;
  return a > 0 && b > 0 && (b <= 12 ? a <= 31 : a <= 12 && b <= 31);
}

/* Words. */

const WORD = /[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+){0,5}/gu;

function keyOf(word) {
  const plain = word.normalize('NFD').replace(/\p{M}+/gu, '').toLowerCase().replaceAll('’', "'");
  return plain.endsWith("'s") ? plain.slice(0, -2) : plain;
}

function tokensOf(text) {
  const tokens = [];
  WORD.lastIndex = 0;
  for (let m = WORD.exec(text); m; m = WORD.exec(text)) {
    const word = m[0];
    const capital = /^\p{Lu}/u.test(word);
    tokens.push({
      start: m.index,
      end: m.index + word.length,
      length: word.length,
      key: keyOf(word),
      capital,
      shouted: capital && word.length > 1 && word === word.toUpperCase(),
      begins: begins(text, m.index, tokens[tokens.length - 1]),
    });
  }
  return tokens;
}

function begins(text, start, before) {
  if (start > 0 && OPENING.includes(text[start - 1])) return true;
  let at = start - 1;
  while (at >= 0 && SILENT.includes(text[at])) at--;
  if (at < 0) return true;
  if (!STOPS.includes(text[at])) return false;
  const shortened = text[at] === '.' && before && before.end === at &&
    ((before.capital && before.length === 1) || LISTS.titles.has(before.key));
  return !shortened;
}

/* What the lists say of a word. */

const isIn = (list, token) => LISTS[list].has(token.key);

const capitals = token => isIn('capitals', token) ||
  (token.key.endsWith('s') && LISTS.capitals.has(token.key.slice(0, -1)));

function ordinary(token) {
  const key = token.key;
  if (isIn('given', token) || isIn('surname', token)) return false;
  if (isIn('either', token) || isIn('surnameOrWord', token) || isWord(key)) return true;
  const apostrophe = key.indexOf("'");
  if (apostrophe > 1) return isWord(key.slice(0, apostrophe));
  return key.indexOf('-') > 0 && key.split('-').every(part => part.length <= 1 || isWord(part));
}

function isWord(key) {
  const words = LISTS.ordinary;
  if (words.has(key)) return true;
  for (const [end, without] of RULES.endings) {
    const left = key.length - end.length;
    if (left < SHORTEST_STEM || !key.endsWith(end)) continue;
    const stem = key.slice(0, left) + without;
    const doubled = !without && left > SHORTEST_STEM && stem[left - 1] === stem[left - 2];
    if (words.has(stem) || (doubled && words.has(stem.slice(0, -1)))) return true;
  }
  return false;
}

const ENDINGS = RULES.words.placeEndings.split(' ');
const WORD_ENDINGS = RULES.words.wordEndings.split(' ');
const STARTS = RULES.words.placeStarts.split(' ');

function placeLike(token) {
  if (isIn('places', token)) return true;
  if (token.key.length < 6 || token.key.includes('-')) return false;
  return ENDINGS.some(e => token.key.endsWith(e)) || STARTS.some(s => token.key.startsWith(s));
}

/* Names of people, places and organisations. */

function addNames(found, text) {
  const tokens = tokensOf(text);
  const before = found.slice();
  const gap = i => text.slice(tokens[i - 1].end, tokens[i].start);
  const taken = i => before.some(f => overlaps(f, tokens[i].start, tokens[i].end));

  /* Flags words, without the 's of the last. */
  const mark = (from, to, kind) => {
    const last = tokens[to - 1];
    const owns = /['’]s$/.test(text.slice(last.start, last.end));
    found.push({ start: tokens[from].start, end: last.end - (owns ? 2 : 0), kind });
  };

  let i = 0;
  while (i < tokens.length) i = taken(i) ? i + 1 : look(i);

  function look(i) {
    let end = title(i);
    if (end < 0) end = initial(i);
    if (end > 0) {
      mark(i, end, 'name');
      return end;
    }
    if (!tokens[i].capital) {
      if (smallName(tokens[i])) mark(i, i + 1, 'name');
      return i + 1;
    }
    let stop = i + 1;
    while (runsOn(stop) && title(stop) < 0) stop++;
    run(i, stop);
    return stop;
  }

  function title(i) {
    const token = tokens[i];
    const isTitle = isIn('titles', token);
    const role = !isTitle && isIn('roles', token);
    const follows = i + 1 < tokens.length && (gap(i + 1) === ' ' || gap(i + 1) === '. ');
    if (!(isTitle || role) || !follows || taken(i + 1)) return -1;
    const next = tokens[i + 1];
    const plain = ordinary(next) && !isIn('either', next);
    const name = next.capital
      ? !capitals(next) && !(role && (plain || next.shouted))
      : isTitle && !plain && !isIn('either', next) && next.key.length > 2;
    return name ? nameEnd(i + 2) : -1;
  }

  function initial(i) {
    let at = i;
    let dotted = false;
    while (at < tokens.length && at < i + 3 && tokens[at].capital && tokens[at].length === 1 &&
      at + 1 < tokens.length && !taken(at + 1) && [' ', '. ', '.'].includes(gap(at + 1))) {
      dotted = dotted || gap(at + 1).startsWith('.');
      at++;
    }
    if (at === i || !tokens[at].capital || tokens[at].length < 3) return -1;
    const next = tokens[at];
    const article = !dotted && (tokens[i].key === 'a' || tokens[i].key === 'i');
    const name = !capitals(next) && !article && !next.shouted &&
      (!ordinary(next) || isIn('surnameOrWord', next));
    return name ? nameEnd(at + 1) : -1;
  }

  function nameEnd(from) {
    let end = from;
    for (let at = from; at < tokens.length && at < from + MOST_WORDS; at++) {
      if (gap(at) !== ' ' || taken(at)) break;
      if (tokens[at].capital && goesOn(tokens[at])) end = at + 1;
      else if (!isIn('particles', tokens[at])) break;
    }
    return end;
  }

  function goesOn(token) {
    return !token.shouted && !capitals(token) &&
      (!ordinary(token) || isIn('either', token) || isIn('surnameOrWord', token));
  }

  function smallName(token) {
    return isIn('given', token) && token.key.length >= 4 && !isIn('particles', token) &&
      !capitals(token) && token.length >= token.key.length;
  }

  function runsOn(i) {
    return i < tokens.length && gap(i) === ' ' && !taken(i) &&
      (tokens[i].capital || particleBetween(i));
  }

  function particleBetween(i) {
    return isIn('particles', tokens[i]) && i + 1 < tokens.length && gap(i + 1) === ' ' &&
      tokens[i + 1].capital && !taken(i + 1);
  }

  function run(from, to) {
    let start = from;
    const named = lastIn('organisations', start, to);
    if (named > start && firstTelling(start, named) < named) {
      start = firstTelling(start, named);
      mark(start, named + 1, 'organisation');
      start = named + 1;
    } else {
      const street = lastIn('streets', start, to);
      if (street > start && firstTelling(start, street) < street) {
        start = firstTelling(start, street);
        mark(start, street + 1, 'place');
        start = street + 1;
      }
    }
    people(start, to);
  }

  function lastIn(list, from, to) {
    for (let i = to - 1; i > from; i--) if (isIn(list, tokens[i])) return i;
    return -1;
  }

  function firstTelling(from, to) {
    let i = from;
    while (i < to && dull(tokens[i])) i++;
    return i;
  }

  function dull(token) {
    const saint = token.key === 'st' || token.key === 'saint';
    return !saint && (isIn('generic', token) || capitals(token) ||
      (token.begins && ordinary(token) && !isIn('either', token)) || token.shouted);
  }

  function people(from, to) {
    let i = from;
    while (i < to) {
      let kind = kindOf(i);
      if (!kind) {
        i++;
        continue;
      }
      let end = i + 1;
      while (end < to) {
        const next = kindOf(end);
        const particle = isIn('particles', tokens[end]) && end + 1 < to;
        if (!next && !particle && !(kind !== 'place' && goesOn(tokens[end]))) break;
        kind = together(kind, next);
        end++;
      }
      mark(goesBack(from, i, kind), end, kind);
      i = end;
    }
  }

  /* Where it begins: "Great Marlby" and "Summer Okafor" begin with ordinary words. */
  function goesBack(from, i, kind) {
    if (i === from || alreadyMarked(i - 1)) return i;
    const token = tokens[i - 1];
    const place = kind !== 'name' && isIn('placeBefore', token);
    const person = kind !== 'place' && (isIn('months', token) || isIn('either', token) ||
      !(token.begins || capitals(token) || isIn('generic', token)));
    return !token.shouted && token.key.length > 1 && (place || person) ? i - 1 : i;
  }

  function alreadyMarked(i) {
    return found.some(f => overlaps(f, tokens[i].start, tokens[i].end));
  }

  function together(one, other) {
    if (!other || one === other) return one;
    return one === 'name' || other === 'name' ? 'name' : 'perhaps-a-name';
  }

  function kindOf(i) {
    const token = tokens[i];
    if (!token.capital || token.key.length < 2) return null;
    if (isIn('months', token) || (isIn('either', token) && token.begins)) {
      return ambiguous(i) ? 'name' : null;
    }
    if (capitals(token)) return null;
    if (token.shouted) {
      return (isIn('given', token) || isIn('surname', token)) && token.key.length > 3
        ? 'name' : null;
    }
    if (isIn('given', token) || isIn('either', token) || isIn('surname', token)) return 'name';
    if (ordinary(token)) {
      return !token.begins && !isIn('generic', token) && after('relatives', i) ? 'name' : null;
    }
    if (token.begins && WORD_ENDINGS.some(e => token.key.endsWith(e))) return null;
    if (after('kin', i)) return 'name';
    return placeLike(token) ? 'place' : 'perhaps-a-name';
  }

  function ambiguous(i) {
    const token = tokens[i];
    const acts = i + 1 < tokens.length && gap(i + 1) === ' ' && isIn('nameAfter', tokens[i + 1]);
    const owns = token.length > token.key.length;
    if (token.begins) return acts || owns;
    if (!isIn('months', token)) return true;
    const dated = i > 0 &&
      (isIn('monthBefore', tokens[i - 1]) || isIn('months', tokens[i - 1]));
    return !dated && (acts || owns || after('kin', i));
  }

  function after(list, i) {
    return i > 0 && gap(i) === ' ' && isIn(list, tokens[i - 1]);
  }
}
