// What the script that keeps words shows: a line beside each form, and a list of what waits.
const TIME = new Intl.DateTimeFormat('en-GB', {hour: '2-digit', minute: '2-digit', day: 'numeric', month: 'long'});

function element(name, className, ...inside) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...inside);
  return made;
}

function tap(words, action, className = 'linkish') {
  const made = element('button', className, words);
  made.type = 'button';
  made.addEventListener('click', action);
  return made;
}

function lineOf(form) {
  let line = form.querySelector(':scope > .kept-line');
  if (!line) {
    line = element('p', 'kept-line');
    line.setAttribute('role', 'status');
    line.setAttribute('aria-live', 'polite');
    form.append(line);
  }
  return line;
}

/** Says something beside a form; without words, tells what it says. */
export function status(form, words, wrong = false, button = null) {
  if (words === undefined) return form.querySelector(':scope > .kept-line')?.textContent ?? '';
  const line = lineOf(form);
  line.classList.toggle('wrong', wrong);
  line.setAttribute('role', wrong ? 'alert' : 'status');
  line.replaceChildren(...(words ? [words] : []), ...(button ? [' ', tap(...button)] : []));
  if (wrong) line.scrollIntoView({block: 'nearest'});
  return words;
}

function wording(heading, pairs, className) {
  const side = element('div', className, element('h3', '', heading));
  for (const [label, words] of pairs) {
    if (label) side.append(element('h4', '', label));
    side.append(element('p', 'said', words || '(nothing)'));
  }
  return side;
}

function both(item, doing) {
  const mine = name => item.fields.find(([n]) => n === name)?.[1] ?? '';
  // What both say alike need not be read twice.
  const apart = item.theirs.filter(t => t.words !== mine(t.field));
  const shown = apart.length ? apart : item.theirs;
  const label = t => shown.length > 1 ? t.label || item.labels?.[t.field] || '' : '';
  return element('div', 'changed-meanwhile',
    element('p', '', element('b', '', 'Somebody changed this while you were writing.'),
      ' Nothing was written over. Read both; then choose.'),
    element('div', 'wordings',
      wording('There now', shown.map(t => [label(t), t.words]), 'theirs'),
      wording('Yours', shown.map(t => [label(t), mine(t.field)]), 'mine')),
    element('p', 'actions',
      tap('Put mine in its place', () => doing.onTop(item), 'button'),
      tap('Leave theirs, let mine go', () => doing.drop(item), 'button quiet')));
}

function waits(item, doing) {
  const words = item.words ? element('span', 'said', '“' + item.words + '”') : '';
  const kept = ` Kept ${TIME.format(new Date(item.at))}.`;
  switch (item.state) {
    case 'changed': return both(item, doing);
    case 'refused': {
      const mend = Object.assign(element('a', '', 'Mend it'), {href: item.page});
      return element('p', '', element('b', '', 'Not accepted yet, still here.'), ` ${item.detail ?? ''} `, words, ' ', mend,
        ' ', tap('Let it go', () => doing.drop(item)));
    }
    case 'signedOut': {
      const signIn = Object.assign(element('a', '', 'Sign in again'),
        {href: '/sign-in?next=' + encodeURIComponent(item.page)});
      return element('p', '', element('b', '', 'Kept on this device.'), ' ', signIn, ' and it is sent. ', words);
    }
    default:
      return element('p', '', element('b', '', 'Kept on this device.'),
        ' It is sent when there is a signal. ', words, kept + ' ', tap('Try now', doing.now));
  }
}

let list = null;

/** Shows what waits: beside its form where that is on the page, otherwise first on the page. */
export function panel(items, forms, nameOf, doing) {
  if (!list) {
    list = element('section', 'kept-here');
    list.setAttribute('aria-live', 'polite');
    list.setAttribute('aria-label', 'Kept on this device');
  }
  const beside = items.length && forms.find(f => items.some(i => i.form === nameOf(f)));
  if (beside) beside.after(list);
  else document.querySelector('main')?.prepend(list);
  list.hidden = items.length === 0;
  list.replaceChildren(...items.map(item => waits(item, doing)));
  if (items.some(i => i.state === 'changed')) list.scrollIntoView({block: 'nearest'});
}
