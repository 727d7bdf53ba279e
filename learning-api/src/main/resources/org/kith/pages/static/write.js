// The page to write on: what is typed is kept on the device at once, what is kept is sent when it can
// be, and nobody sees what another person wrote here.
import {canKeep, Device} from './device.js';
import {receipt} from './receipt.js';
import {Sending, whoIsSignedIn} from './sending.js';
import {Flags} from './flags.js';
import * as page from './write-page.js';
import {Kept} from './kept.js';

const form = document.getElementById('write'), problem = document.getElementById('problem');
const MOST = 20000, QUICK = 4000, SECOND_TAP = 1500;
const left = new Set();
const flags = page.areas.map(area => new Flags(area, left));

let device, box, sending, kept, draft = {id: '', release() {}};
let locked = false, busy = false, keptAt = 0, saving = Promise.resolve(), stale = false, seen = '';

/** The hash of who is signed in, which the server puts where this script can read it, or ''. */
const signedIn = () => document.cookie.match(/(?:^|; )kith-who=([0-9a-f]+)/)?.[1] ?? '';

function say(words) {
  problem.textContent = words;
  problem.hidden = !words;
}

// ---- who is writing

async function begin() {
  document.querySelectorAll('.live').forEach(e => { e.hidden = false; });
  document.querySelectorAll('.still').forEach(e => { e.hidden = true; });
  const hint = signedIn(), known = device.last();
  seen = hint;
  if (hint && hint === known) {
    await openFor(known, null);
    whoIsSignedIn().then(who => who.me && who.key === known && openedAgain(who));
    return;
  }
  const who = await whoIsSignedIn(QUICK);
  if (who.me) return openFor(who.key, who.me);
  if (who.away && hint) return openFor(hint, null);
  locked = true;
  if (known) return openFor(known, null);
  form.hidden = true;
  kept = new Kept(null);
  kept.signIn();
}

async function openFor(key, me) {
  box = await device.box(key);
  kept = new Kept(box, mend, openNext, locked);
  sending = new Sending(box, () => show());
  if (!locked) device.setLast(key);
  if (me) await box.saveNote('me', {...me, csrf: ''});
  page.offer(me ?? (locked ? null : await box.note('me')) ?? {}, locked ? [] : await box.note('themes'));
  await restore();
  await show();
  if (locked) return;
  sending.now();
  refreshThemes();
}

async function openedAgain({me}) {
  await box.saveNote('me', {...me, csrf: ''});
  page.offer(me, null);
}

async function refreshThemes() {
  try {
    const answer = await fetch('/api/v1/prompts', {cache: 'no-store'});
    if (!answer.ok) return;
    const {themes} = await answer.json();
    await box.saveNote('themes', themes);
    page.offer(await box.note('me') ?? {}, themes);
  } catch {
    // Those kept from before are offered.
  }
}

/** Another person has signed in, or nobody is: the page starts anew, with what is theirs. */
function checkPerson() {
  if (!box || stale || signedIn() === seen) return false;
  if (!locked && signedIn() === box.person) { seen = box.person; return false; }
  stale = true;
  saving.finally(() => location.reload());
  return true;
}

// ---- the draft

/** Takes a draft for this tab alone; null when another tab is writing on it. */
function hold(id) {
  if (!navigator.locks) return Promise.resolve(() => {});
  return new Promise(done => navigator.locks.request('kith-draft-' + id, {ifAvailable: true},
    lock => lock ? new Promise(release => done(release)) : done(null)));
}

async function restore() {
  const asked = new URLSearchParams(location.search).get('follows');
  if (!locked && !asked && await openNext()) return;
  await start(null);
  if (asked) {
    await offerEarlier();
    page.fill({...page.read(), follows: asked});
  }
}

/** Goes on with a draft that no other tab is writing on; false when there is none. */
async function openNext() {
  const sent = new Set((await box.items()).map(item => item.id));
  for (const found of await box.drafts()) {
    if (found.id === draft.id) continue;
    const release = await hold(found.id);
    if (!release) continue;
    // A draft is removed in the step that keeps it; should one remain, it gets an id of its own.
    await (sent.has(found.id) ? start(found) : write(found.id, release, found));
    return true;
  }
  return false;
}

async function start(filled) {
  const id = crypto.randomUUID();
  write(id, await hold(id) ?? (() => {}), filled);
}

function write(id, release, filled) {
  draft.release();
  draft = {id, release};
  left.clear();
  (filled?.left ?? []).forEach(words => left.add(words));
  page.fill(filled);
  flags.forEach(f => f.look());
  say('');
}

let again = false, underWay = false;

/** Keeps what is typed; what is typed meanwhile is kept right after. */
function save() {
  again = true;
  if (!underWay) {
    underWay = true;
    saving = saveAll();
  }
}

async function saveAll() {
  try {
    while (again) {
      again = false;
      const filled = page.read();
      await (filled.answers.length
        ? box.saveDraft(draft.id, {...filled, left: [...left]}) : box.dropDraft(draft.id));
    }
  } catch {
    say('This phone has no room left to keep what you type. Keep this page open until it is sent.');
  } finally {
    underWay = false;
  }
}

// ---- keeping

function wrong(filled) {
  if (!filled.answers.length) return 'Nothing is written yet. One of the boxes is enough.';
  if (filled.answers.some(([, words]) => words.length > MOST)) return 'One box holds at most 20,000 characters.';
  return '';
}

async function keep() {
  if (busy) return;
  busy = true;
  try {
    const filled = page.read(), complaint = wrong(filled), now = Date.now();
    if (complaint) {
      // The second of two quick taps finds the form empty, because the first has kept it.
      if (now - keptAt > SECOND_TAP) say(complaint);
      return;
    }
    const id = draft.id, item = {
      state: 'waiting', kept: now, audience: page.audienceWords(filled.audience),
      receipt: await receipt(id), left: [...left], sent: page.reflection(filled, id, now),
    };
    again = false;
    await saving;
    await box.keep(id, item);
    keptAt = Date.now();
    await start(null);
    await show();
    kept.announce(item);
    if (!locked) sending.now();
  } catch {
    await keepWithoutRoom();
  } finally {
    busy = false;
  }
}

/** When the device cannot take it, it goes straight to the server, and stays in the form until then. */
async function keepWithoutRoom() {
  const who = locked ? {} : await whoIsSignedIn();
  if (who.me && who.key === box.person) {
    const id = draft.id, filled = page.read(), now = Date.now();
    const item = {receipt: await receipt(id), kept: now, left: [...left], sent: page.reflection(filled, id, now)};
    const went = await sending.one(item, who.me.csrf).catch(() => 'away');
    if (went === 'done') { keptAt = now; await start(null); return show(); }
  }
  say('This phone has no room left, and it could not be sent. It is still here: keep this page open and try again.');
}

async function mend(item) {
  await saving;
  const filled = {...page.fields(item.sent), left: item.left ?? []};
  await box.mend(item.id, filled);
  write(item.id, await hold(item.id) ?? (() => {}), filled);
  await show();
  page.areas.find(a => a.value)?.focus();
}

// ---- showing

const others = 'BroadcastChannel' in window ? new BroadcastChannel('kith-write') : null;

async function show(fromOutside) {
  if (!fromOutside) others?.postMessage('changed');
  if (sending?.state.other) return checkPerson() || location.reload();
  const drafts = (await box.drafts()).filter(d => d.id !== draft.id).length;
  await kept.show(sending.state, drafts);
}

async function offerEarlier() {
  try {
    const answer = await fetch('/api/v1/write/earlier', {cache: 'no-store'});
    if (answer.ok) page.offerEarlier((await answer.json()).earlier);
  } catch {
    // Without signal there is nothing to choose from.
  }
}

/** Signing out leaves what waits where it is, locked, and says so first. */
async function leave(event) {
  event.preventDefault();
  const at = event.target, warned = at.dataset.warned, says = at.querySelector('p');
  const waiting = (await box.items()).filter(item => item.state === 'waiting' || item.state === 'refused').length;
  if (waiting && !warned) {
    at.dataset.warned = 'yes';
    says.textContent = `${waiting} still waiting on this phone. What waits stays here, locked, and goes when you next sign in here.`;
    at.querySelector('button').textContent = 'Sign out all the same';
    return;
  }
  const who = await whoIsSignedIn(QUICK);
  if (!who.me && !who.signedOut) {
    says.textContent = 'Signing out needs signal. Until then, lock this phone.';
    return;
  }
  device.setLast(null);
  if (who.signedOut) return location.reload();
  at.elements.csrf.value = who.me.csrf;
  at.submit();
}

function listen() {
  document.getElementById('leave').hidden = locked;
  document.getElementById('leave').addEventListener('submit', leave);
  form.addEventListener('input', () => { page.showPrompts(); save(); });
  form.addEventListener('change', event => {
    if (event.target.name === 'form') flags.forEach(f => f.look());
    save();
  });
  form.addEventListener('submit', event => { event.preventDefault(); keep(); });
  document.querySelector('.more-about').addEventListener('toggle', event => {
    if (event.target.open && !locked) offerEarlier();
  });
  const awake = () => { if (!document.hidden && !checkPerson() && !locked) sending?.now(); };
  window.addEventListener('online', awake);
  window.addEventListener('offline', () => show());
  window.addEventListener('focus', awake);
  window.addEventListener('pageshow', awake);
  document.addEventListener('visibilitychange', awake);
  others?.addEventListener('message', () => show(true));
}

async function main() {
  flags.forEach(f => f.look());
  try {
    if (!canKeep()) throw new Error('no store');
    device = await Device.open();
  } catch {
    document.getElementById('signal').hidden = false;
    document.getElementById('signal').textContent =
      'This browser cannot keep anything on this phone: write where there is signal, and press Keep it before you leave.';
    return;
  }
  if ('serviceWorker' in navigator) navigator.serviceWorker.register('/sw.js', {scope: '/write'}).catch(() => {});
  await begin();
  if (box) listen();
  document.documentElement.dataset.ready = 'yes';
}

main();
