// Keeps what is typed into a form on this device until the server has said that it has it.
//
// Every form with data-keep takes part. From the first key on its words lie in localStorage, under
// the person and the form's address; when it is sent they move to what waits, under an id of their
// own, and leave only when the server has kept them. A page that loads this script sends whatever of
// this person's still waits. Nothing here is shown to anybody but the person it belongs to.
//
// A form with a hidden "id" is something new: sent twice, it is kept once. A form with a hidden
// "version" changes what others can change too: told that it was changed meanwhile, it shows both
// wordings and overwrites nothing. A page can take over what happens after: it prevents the default
// of the form's event "kith-kept", whose detail names the next page.
import {panel, status} from './notes-shown.js';

const who = document.body.dataset.who || '';
const DRAFT = 'kith-draft|', WAITS = 'kith-waits|', CAME = 'kith-came|';
const FIRST_WAIT = 1000, LONGEST_WAIT = 60000, PATIENCE = 20000, REMEMBERED = 30;
const sentHere = new Set();
let wait = FIRST_WAIT, timer = 0, running = null, again = false, freshCsrf = '', leaving = false;

const uuid = () => crypto.randomUUID ? crypto.randomUUID()
  : [...crypto.getRandomValues(new Uint8Array(16))]
    .map((b, i) => (i === 6 ? (b & 15) | 64 : i === 8 ? (b & 63) | 128 : b).toString(16).padStart(2, '0'))
    .join('').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');

const read = key => { try { return JSON.parse(localStorage.getItem(key)); } catch { return null; } };
const write = (key, value) => localStorage.setItem(key, JSON.stringify(value));
const forget = key => localStorage.removeItem(key);

/** What of this person's waits, oldest first. */
function waiting() {
  const mine = WAITS + who + '|';
  return Object.keys(localStorage).filter(key => key.startsWith(mine))
    .map(key => ({key, ...read(key)})).filter(item => item.action).sort((a, b) => a.at - b.at);
}

function save(item) {
  const {key, ...value} = item;
  write(key, value);
}

// ---- forms

const forms = () => [...document.querySelectorAll('form[data-keep]')];
const address = (form, submitter) => {
  const given = submitter?.getAttribute('formaction') || form.getAttribute('action') || location.pathname;
  const url = new URL(given, location.href);
  return url.pathname + url.search;
};
const nameOf = form => address(form) + '#' + (form.dataset.keep || '');
const draftKey = form => DRAFT + who + '|' + nameOf(form);
const valueOf = (fields, name) => fields.find(([n]) => n === name)?.[1];

/** What is in a form, without what nobody should find on a device. */
function fieldsOf(form, submitter) {
  const secret = new Set([...form.elements].filter(e => e.type === 'password' || e.type === 'file').map(e => e.name));
  const fields = [...new FormData(form)].filter(([name, value]) =>
    name !== 'csrf' && !secret.has(name) && typeof value === 'string');
  if (submitter?.name) fields.push([submitter.name, submitter.value]);
  return fields;
}

/** The words among fields, to show somebody which note it is. */
function wordsOf(form) {
  const typed = [...form.elements].filter(e => e.matches('textarea, input[type=text]') && e.value.trim());
  return typed.map(e => e.value.trim()).join(' · ').slice(0, 240);
}

function labelsOf(form) {
  return Object.fromEntries([...form.elements].filter(e => e.name && e.labels?.length)
    .map(e => [e.name, (e.labels[0].querySelector('b') ?? e.labels[0]).textContent.trim()]));
}

function fill(form, fields) {
  const left = new Map();
  fields.forEach(([name, value]) => left.set(name, [...(left.get(name) ?? []), value]));
  for (const field of form.elements) {
    if (!field.name || field.name === 'csrf' || field.type === 'password' || field.type === 'file') continue;
    if (field.type === 'hidden' && field.name !== 'id' && field.name !== 'version') continue;
    const values = left.get(field.name) ?? [];
    if (field.type === 'checkbox' || field.type === 'radio') field.checked = values.includes(field.value);
    else if (field.matches('input, textarea, select') && values.length) field.value = values.shift();
  }
  form.dispatchEvent(new CustomEvent('kith-filled', {bubbles: true}));
}

function keepDraft(form) {
  try {
    write(draftKey(form), {at: Date.now(), fields: fieldsOf(form)});
  } catch {
    status(form, 'There is no room on this device to keep what you type. Send it soon.');
  }
}

function hasFile(form) {
  return [...form.elements].some(e => e.type === 'file' && e.files.length);
}

/** A form for something new that was shown again with an id that has arrived gets another. */
function freshId(form, always) {
  const id = form.elements.id;
  if (id && !form.elements.version && (always || (read(CAME + who) ?? []).includes(id.value))) id.value = uuid();
}

function restore(form) {
  const refused = waiting().find(i => i.form === nameOf(form) && i.state === 'refused');
  if (refused && !read(draftKey(form))) {
    write(draftKey(form), {at: refused.at, fields: refused.fields, why: refused.detail});
  }
  if (refused) forget(refused.key);
  const draft = read(draftKey(form));
  if (!draft) return freshId(form, false);
  fill(form, draft.fields);
  freshId(form, false);
  if (draft.why) return status(form, draft.why, true);
  status(form, 'What you were writing is still here, kept on this device.', false, ['Start afresh', () => {
    forget(draftKey(form));
    form.reset();
    freshId(form, true);
    status(form, '');
  }]);
}

async function submitted(event) {
  const form = event.target.closest?.('form[data-keep]');
  if (!form || event.defaultPrevented || event.submitter?.hasAttribute('data-plain')
    || (event.submitter?.getAttribute('formmethod') ?? form.method) !== 'post') return;
  if (hasFile(form)) { event.preventDefault(); return sendWithFile(form, event.submitter); }
  const version = form.elements.version, fields = fieldsOf(form, event.submitter);
  const action = address(form, event.submitter);
  // A change of one thing waits once: the latest wording. Something new waits beside what waits already.
  const own = version ? action : form.elements.id?.value || uuid();
  const item = {
    key: WAITS + who + '|' + own, at: Date.now(), action, form: nameOf(form), page: location.pathname + location.search,
    fields, words: wordsOf(form), labels: labelsOf(form), state: 'waiting',
  };
  try {
    save(item);
  } catch {
    return; // No room: the browser sends the form as if there were no script.
  }
  event.preventDefault();
  forget(draftKey(form));
  status(form, 'Sending…');
  wait = FIRST_WAIT;
  sentHere.add(item.key);
  await send();
  const still = read(item.key);
  if (leaving || !still) return;
  if (still.state === 'waiting' && !version && form.elements.id?.value === own) {
    form.reset();
    freshId(form, true);
  }
}

async function sendWithFile(form, submitter) {
  const body = new FormData(form, submitter ?? undefined);
  keepDraft(form);
  status(form, 'Sending…');
  try {
    const answer = await post(address(form, submitter), body);
    const told = await toldBy(answer);
    if (told.kept) { forget(draftKey(form)); return arrived(form, told.next); }
    status(form, told.detail || 'It did not arrive. Your words are kept on this device; try again.', true);
  } catch {
    status(form, 'There is no signal. Your words are kept on this device; choose the file again later.', true);
  }
}

// ---- sending

const csrf = () => freshCsrf || document.querySelector('input[name=csrf]')?.value || '';

function post(action, body) {
  return fetch(action, {
    method: 'POST', body, cache: 'no-store', signal: AbortSignal.timeout(PATIENCE),
    headers: {'Accept': 'application/json', 'X-Kith-Csrf': csrf()},
  });
}

/** What the server said: {kept, next}, {theirs, version, detail}, {detail} or {away: true}. */
async function toldBy(answer) {
  const json = answer.headers.get('Content-Type')?.includes('json');
  const told = json ? await answer.json().catch(() => ({})) : {};
  if (answer.ok && told.kept === true) return {kept: true, next: told.next};
  // A form that is answered with its next page; a hotel's sign-in page is never of our address.
  if (answer.ok && answer.redirected && !json && new URL(answer.url).origin === location.origin) {
    return {kept: true, next: answer.url};
  }
  const type = String(told.type ?? ''), away = !json || answer.status >= 500 || answer.status === 429 || answer.ok;
  return away ? {away: true} : {status: answer.status, stale: type.endsWith('not-from-here'), ...told};
}

async function hashOf(person) {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(person));
  return [...new Uint8Array(hash).subarray(0, 16)].map(b => b.toString(16).padStart(2, '0')).join('');
}

/** Asks for the secret of the session anew; 'other' when somebody else has signed in meanwhile. */
async function refreshCsrf() {
  const answer = await fetch('/api/v1/me', {cache: 'no-store', signal: AbortSignal.timeout(PATIENCE)});
  if (answer.status === 401) return 'signedOut';
  if (!answer.ok) return 'away';
  const me = await answer.json();
  if (crypto.subtle && await hashOf(me.person) !== who) return 'other';
  freshCsrf = me.csrf;
  return 'fresh';
}

async function one(item, tryAgain = true) {
  let told;
  try {
    told = await toldBy(await post(item.action, new URLSearchParams(item.fields)));
    if (told.stale && tryAgain) {
      const went = await refreshCsrf();
      if (went === 'fresh') return one(item, false);
      told = went === 'signedOut' ? {status: 401} : {away: true};
    }
  } catch {
    told = {away: true};
  }
  // Changed meanwhile on this page, as by a second tap: what lies here now is newer.
  const now = read(item.key);
  if (!now || now.at !== item.at) return 'done';
  if (told.kept || told.theirs && same(told.theirs, item.fields)) {
    forget(item.key);
    const id = valueOf(item.fields, 'id');
    if (id) write(CAME + who, [id, ...(read(CAME + who) ?? [])].slice(0, REMEMBERED));
    const form = forms().find(f => nameOf(f) === item.form);
    if (form && sentHere.has(item.key)) arrived(form, told.next ?? item.page);
    return 'done';
  }
  if (told.away || told.stale) { save({...item, state: 'waiting'}); return 'away'; }
  if (told.status === 401) { save({...item, state: 'signedOut'}); return 'signedOut'; }
  if (told.theirs) {
    save({...item, state: 'changed', theirs: told.theirs, theirVersion: told.version, detail: told.detail});
    return 'done';
  }
  save({...item, state: 'refused', detail: told.detail});
  return 'done';
}

/** Whether what stands there is what was sent: an answer was lost on the way, the words were not. */
const same = (theirs, fields) => theirs.length > 0
  && theirs.every(({field, words}) => (valueOf(fields, field) ?? '').trim().replace(/\r\n/g, '\n') === words.trim().replace(/\r\n/g, '\n'));

function arrived(form, next) {
  const event = new CustomEvent('kith-kept', {cancelable: true, bubbles: true, detail: {next}});
  status(form, '');
  if (!form.dispatchEvent(event)) return;
  leaving = true;
  const to = new URL(next || location.href, location.href);
  const here = to.pathname + to.search === location.pathname + location.search;
  location.assign(to.href);
  if (here) location.reload();
}

/** Sends all that waits, oldest first, one run at a time over all tabs. */
function send() {
  clearTimeout(timer);
  const run = async () => {
    do {
      again = false;
      const newest = waiting().filter(i => i.state === 'waiting' || i.state === 'signedOut');
      for (const item of newest) {
        const went = await one(item);
        if (went === 'away') { later(); break; }
        if (went === 'signedOut') break;
        wait = FIRST_WAIT;
      }
    } while (again);
  };
  if (running) { again = true; return running; }
  running = Promise.resolve(navigator.locks ? navigator.locks.request('kith-notes', run) : run())
    .finally(() => { running = null; if (!leaving) show(); });
  return running;
}

function later() {
  clearTimeout(timer);
  timer = setTimeout(() => send(), wait * (0.5 + Math.random() / 2));
  wait = Math.min(wait * 2, LONGEST_WAIT);
}

// ---- what is shown

function show() {
  const items = waiting();
  for (const form of forms()) {
    const refused = items.find(i => i.form === nameOf(form) && i.state === 'refused');
    if (refused) restore(form);
    else if (status(form) === 'Sending…') status(form, '');
  }
  panel(waiting(), forms(), nameOf, {
    onTop(item) {
      const fields = item.fields.map(([n, v]) => n === 'version' ? [n, String(item.theirVersion)] : [n, v]);
      save({...item, fields, state: 'waiting', at: Date.now(), theirs: undefined});
      sentHere.add(item.key);
      send();
    },
    drop(item) {
      forget(item.key);
      const form = forms().find(f => nameOf(f) === item.form);
      if (form) location.reload();
      else show();
    },
    now() { wait = FIRST_WAIT; send(); },
  });
}

function begin() {
  forms().forEach(restore);
  document.addEventListener('input', event => {
    const form = event.target.closest?.('form[data-keep]');
    if (form) keepDraft(form);
  });
  document.addEventListener('change', event => {
    const form = event.target.closest?.('form[data-keep]');
    if (form) keepDraft(form);
  });
  document.addEventListener('submit', submitted);
  addEventListener('online', () => { wait = FIRST_WAIT; send(); });
  addEventListener('storage', event => { if (event.key?.startsWith(WAITS + who)) show(); });
  show();
  send();
}

try {
  if (who && window.localStorage) begin();
} catch {
  // A browser that keeps nothing sends forms as if there were no script.
}
