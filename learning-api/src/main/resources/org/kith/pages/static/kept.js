// The list of what was kept here, and the words on signal, signing in and room.
const byId = id => document.getElementById(id);
const FULL = 0.9, LITTLE = 5 * 1024 * 1024;

const DAY = new Intl.DateTimeFormat('en-GB', {day: 'numeric', month: 'long'});
const TIME = new Intl.DateTimeFormat('en-GB', {hour: '2-digit', minute: '2-digit'});

function when(at) {
  const then = new Date(at), today = new Date().toDateString() === then.toDateString();
  return (today ? 'today' : DAY.format(then)) + ' ' + TIME.format(then);
}

function element(name, className, ...inside) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...inside);
  return made;
}

function circle(full) {
  const ns = 'http://www.w3.org/2000/svg', svg = document.createElementNS(ns, 'svg');
  const dot = document.createElementNS(ns, 'circle');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  Object.entries({cx: 8, cy: 8, r: 6.5}).forEach(([name, value]) => dot.setAttribute(name, value));
  if (full) dot.classList.add('full');
  svg.append(dot);
  return svg;
}

function tap(words, action) {
  const made = element('button', 'linkish', words);
  made.type = 'button';
  made.addEventListener('click', action);
  return made;
}

export class Kept {
  /** @param locked whether what is here already stays closed, because its author is not signed in */
  constructor(box, mend, openNext, locked) {
    Object.assign(this, {box, mend, openNext, locked});
  }

  async show(state, unfinished) {
    const items = (await this.box.items()).sort((a, b) => b.kept - a.kept);
    const waiting = items.filter(item => item.state === 'waiting').length;
    const open = this.locked ? [] : items;
    byId('receipts').replaceChildren(...open.map(item => this.line(item, state)));
    byId('kept').hidden = open.length === 0 && unfinished === 0 && !this.locked;
    this.unfinished(this.locked ? 0 : unfinished);
    this.signal(state, waiting);
    await this.room(waiting);
  }

  line(item, state) {
    const arrived = item.state === 'arrived', words = element('p', '');
    const foot = [item.audience, item.audience ? ' · ' : '', 'receipt ', element('span', 'code', item.receipt)];
    const away = state.away || !navigator.onLine;
    switch (item.state) {
      case 'arrived':
        words.append(element('b', '', 'Arrived'), ` ${when(item.arrived)}, once and whole`);
        if (item.look) {
          words.append('. ', Object.assign(element('a', '', item.look === 1
            ? 'One thing in it may tell who somebody is: look again'
            : `${item.look} things in it may tell who somebody is: look again`), {href: '/reflections/' + item.id}));
        }
        break;
      case 'withdrawn':
        words.append(element('b', '', 'Withdrawn'), ' by you; nothing of it is kept');
        break;
      case 'refused':
        words.append(element('b', '', 'Not accepted yet, still here.'), ` ${item.reason} `,
          tap('Mend it', () => this.mend(item)));
        break;
      default:
        words.append(element('b', '', away ? 'Waiting for signal' : state.signedOut ? 'Waiting for you to sign in' : 'On its way'),
          `, kept ${when(item.kept)}`);
    }
    words.append(document.createElement('br'), ...foot);
    const line = element('li', '', circle(arrived), words);
    line.dataset.state = item.state;
    line.dataset.id = item.id;
    return line;
  }

  unfinished(count) {
    const at = byId('unfinished');
    at.hidden = count === 0;
    at.replaceChildren(count === 1 ? 'One more is begun here and not finished. ' : `${count} more are begun here and not finished. `,
      tap('Go on with it', async () => { await this.openNext(); await this.show({}, count - 1); window.scrollTo(0, 0); }));
  }

  signal(state, waiting) {
    const at = byId('signal'), held = waiting ? [' ', Object.assign(element('a', '', `${waiting} waiting`), {href: '#kept'})] : [];
    const signIn = Object.assign(element('a', '', 'Sign in'), {href: '/sign-in?next=/write'});
    let words = null;
    if (this.locked) {
      words = [element('b', '', signIn, ' to send.'), ' What you write now stays locked on this phone for whoever signed in here last;'
        + ' nobody else can open it.', ...held];
    } else if (state.signedOut) {
      words = [element('b', '', signIn, ' to send;'), ' what you wrote stays here.', ...held];
    } else if (!navigator.onLine || state.away) {
      words = [element('b', '', 'No signal here.'),
        ' Carry on: what you write stays locked on this phone and goes by itself later.', ...held];
    }
    const now = words ? words.map(w => w.textContent ?? w).join('') : '';
    if (now === this.said) return;
    this.said = now;
    at.hidden = !words;
    at.replaceChildren(...(words ?? []));
  }

  signIn() {
    const at = byId('signal');
    at.hidden = false;
    at.replaceChildren(Object.assign(element('a', '', 'Sign in'), {href: '/sign-in?next=/write'}), ' to write here.');
  }

  /** Says what could make the browser throw away what waits. */
  async room(waiting) {
    const at = byId('storage'), storage = navigator.storage;
    let words = '';
    if (storage?.persisted) {
      if (waiting && !this.asked) { this.asked = true; await storage.persist().catch(() => false); }
      const {usage = 0, quota = Infinity} = await storage.estimate().catch(() => ({}));
      if (usage > quota * FULL || quota - usage < LITTLE) {
        words = 'This phone is nearly full, and may not be able to keep more. Find signal soon, or make room.';
      } else if (!(await storage.persisted())) {
        words = 'This browser may clear what waits here if the phone runs short of room: do not let things wait for weeks.';
      }
    }
    at.textContent = words;
    at.hidden = !words;
  }

  announce(item) {
    byId('said').textContent = `Kept on this phone. ${item.audience}. Receipt ${item.receipt}.`;
    byId('kept-h').focus();
  }
}
