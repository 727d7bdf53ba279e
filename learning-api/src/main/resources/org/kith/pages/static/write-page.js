// The fields of the page: reading them, filling them, and what is offered for one person.
const TAPS = ['level', 'carried', 'barrier', 'theme'];
const NOBODY = 'Nobody else is in it yet.';
const MAY_GUESS = 11;

const form = document.getElementById('write');
export const areas = [...form.querySelectorAll('.ask textarea')];

const chosen = name => form.querySelector(`input[name="${name}"]:checked`)?.value ?? '';
const boxes = name => [...form.querySelectorAll(`input[name="${name}"]`)];
const promptOf = area => area.name.slice('answer.'.length);

export function today() {
  const now = new Date(), two = n => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** What stands in the form. */
export function read() {
  return {
    form: chosen('form'),
    answers: areas.filter(a => a.value.trim()).map(a => [promptOf(a), a.value]),
    taps: TAPS.flatMap(row => boxes(row).filter(b => b.checked).map(b => [row, b.value])),
    feeling: chosen('feeling'),
    audience: chosen('audience'),
    linked: form.elements.linked.value,
    follows: form.elements.follows.value,
    happened: form.elements.happened.value,
    kind: chosen('kind'),
    quotable: form.elements.quotable.checked,
  };
}

const choose = (name, value, otherwise) => {
  const all = boxes(name);
  const one = all.find(b => b.value === value) ?? all.find(b => b.value === otherwise);
  if (one) one.checked = true;
};

/** Puts into the form what was read from it, or nothing. */
export function fill(filled) {
  const f = filled ?? {answers: [], taps: [], feeling: '', audience: 'me', kind: 'reflection'};
  const answers = new Map(f.answers);
  areas.forEach(a => { a.value = answers.get(promptOf(a)) ?? ''; });
  TAPS.forEach(row => boxes(row).forEach(b => { b.checked = f.taps.some(t => t[0] === row && t[1] === b.value); }));
  choose('form', f.form, boxes('form')[0].value);
  choose('feeling', f.feeling, '');
  choose('audience', f.audience, 'me');
  choose('kind', f.kind, 'reflection');
  select(form.elements.linked, f.linked);
  select(form.elements.follows, f.follows, f.follows);
  form.elements.happened.value = f.happened || today();
  form.elements.quotable.checked = Boolean(f.quotable);
  showPrompts();
}

/** Chooses an option; one that is not offered yet is added when it has words. */
function select(list, value, words) {
  const wanted = value ?? '';
  if (words && ![...list.options].some(o => o.value === wanted)) list.add(new Option(words, wanted));
  list.value = [...list.options].some(o => o.value === wanted) ? wanted : '';
}

/** Shows the prompts of the chosen form, and those of another that were answered already. */
export function showPrompts() {
  const now = chosen('form');
  areas.forEach(a => {
    const ask = a.closest('.ask');
    ask.hidden = ask.dataset.form !== now && !a.value.trim();
  });
}

/** The reflection the fields make, as the server takes it. */
export function reflection(filled, id, written) {
  const [audience, group] = filled.audience.split(/:(.*)/s);
  return {
    id, written,
    form: filled.form,
    kind: filled.kind,
    happened: filled.happened || today(),
    answers: filled.answers.map(([prompt, words]) => ({prompt, words})),
    taps: filled.taps.map(([tap, value]) => ({tap, value})),
    feeling: filled.feeling || null,
    audience,
    team: audience === 'team' ? group : null,
    cycle: audience === 'cycle' ? group : filled.linked || null,
    follows: filled.follows || null,
    quotable: filled.quotable,
  };
}

/** The same backwards, for something that was refused. */
export function fields(sent) {
  return {
    form: sent.form,
    answers: sent.answers.map(a => [a.prompt, a.words]),
    taps: sent.taps.map(t => [t.tap, t.value]),
    feeling: sent.feeling ?? '',
    audience: sent.audience + (sent.team ? ':' + sent.team : sent.audience === 'cycle' ? ':' + sent.cycle : ''),
    linked: sent.audience === 'cycle' ? '' : sent.cycle ?? '',
    follows: sent.follows ?? '',
    happened: sent.happened,
    kind: sent.kind,
    quotable: sent.quotable,
  };
}

export function audienceWords(value) {
  return boxes('audience').find(b => b.value === value)?.parentElement.querySelector('b').textContent ?? '';
}

const teamWords = n => n < 2 ? NOBODY : `${n} people, with my name. Not my manager, unless one of the ${n}.`;
const cycleWords = n => n < 2 ? NOBODY
  : `${n} people, without my name${n < MAY_GUESS ? ', though so few may guess' : ''}. My words are counted with others’.`;

function option(kind, name, value, title, words) {
  const label = document.createElement('label'), input = document.createElement('input');
  const span = document.createElement('span'), b = document.createElement('b'), i = document.createElement('i');
  Object.assign(input, {type: kind, name, value});
  b.textContent = title;
  i.textContent = words;
  span.append(b, i);
  label.append(input, span);
  return label;
}

/** Offers this person's teams, cycles and the themes there are. What is chosen stays chosen. */
export function offer(me, themes) {
  const now = read();
  const list = document.getElementById('audiences');
  boxes('audience').filter(b => /^(team|cycle):/.test(b.value)).forEach(b => b.parentElement.remove());
  list.lastElementChild.before(
    ...(me.teams ?? []).map(t => option('radio', 'audience', 'team:' + t.id, 'My team: ' + t.name, teamWords(t.members))),
    ...(me.cycles ?? []).map(c =>
      option('radio', 'audience', 'cycle:' + c.id, 'Our learning cycle: ' + c.name, cycleWords(c.members))));
  choose('audience', now.audience, 'me');

  form.elements.linked.replaceChildren(new Option('none', ''), ...(me.cycles ?? []).map(c => new Option(c.name, c.id)));
  select(form.elements.linked, now.linked);
  document.getElementById('linking').hidden = !me.cycles?.length;

  if (!themes) return;
  const chips = document.querySelector('#themes .chips');
  chips.replaceChildren(...themes.map(theme => {
    const label = document.createElement('label'), input = document.createElement('input'), span = document.createElement('span');
    Object.assign(input, {type: 'checkbox', name: 'theme', value: theme.id});
    input.checked = now.taps.some(t => t[0] === 'theme' && t[1] === theme.id);
    span.textContent = theme.name;
    label.append(input, span);
    return label;
  }));
  document.getElementById('themes').hidden = themes.length === 0;
}

/** Offers what a reflection can carry on from. */
export function offerEarlier(earlier) {
  const list = form.elements.follows, now = list.value;
  list.replaceChildren(new Option('nothing earlier', ''),
    ...earlier.map(e => new Option(`${e.happened}: ${e.begins}`, e.id)));
  select(list, now, now);
  document.getElementById('following').hidden = earlier.length === 0;
}
