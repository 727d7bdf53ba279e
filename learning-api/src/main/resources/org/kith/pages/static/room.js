// Keeps every screen of a room at the question that the facilitator shows, and the time running.
//
// It asks a small address every few seconds and, when anything changed, takes the parts marked
// data-live from the page as it is now. A part that somebody is in, or has typed into, is left alone
// until they leave it: focus never moves and no word is lost. Without a signal it says so, and tries
// again. Without it, loading the page again does the same.
const EVERY = 4000, LONGEST = 30000;
const state = document.body.dataset.state;
const signal = document.querySelector('[data-signal]');
let tag = document.body.dataset.tag, wait = EVERY, ahead = 0, late = false;

// ---- the time

function tell(left) {
  if (left <= 0) return 'Time is over';
  const minutes = Math.ceil(left / 60000);
  return minutes === 1 ? '1 minute left' : `${minutes} minutes left`;
}

function tick() {
  const timer = document.querySelector('[role=timer]');
  if (!timer?.dataset.ends) return;
  const left = Math.max(0, Number(timer.dataset.ends) - (Date.now() + ahead)), words = tell(left);
  if (timer.textContent !== words) timer.textContent = words;
  const bar = document.querySelector('.timer .left');
  if (bar) bar.setAttribute('width', Math.round(120 * Math.min(1, left / 900000)));
}

function setClock(now) {
  if (now) ahead = Number(now) - Date.now();
}

// ---- the parts of the page

/** Whether somebody is in a part, or has opened or typed something there. */
function busy(part) {
  if (part.contains(document.activeElement) && document.activeElement.matches('input, textarea, select, summary')) return true;
  return [...part.querySelectorAll('textarea, input[type=text]')].some(f => f.value !== f.defaultValue);
}

/** What a part says, whatever is opened in it and whoever's secret is in its forms. */
const plain = part => part.innerHTML.replace(/ open=""| value="[^"]*"| class="readings[^"]*"/g, '').replace(/ data-(ends|now)="[^"]*"/g, '');

function follow(page) {
  late = false;
  const parts = name => [...name.querySelectorAll('[data-live]')].map(p => p.dataset.live).join();
  const capture = document.querySelector('#capture'), next = page.querySelector('#capture');
  if (parts(document) !== parts(page) || Boolean(capture) !== Boolean(next)) {
    // Another kind of screen: everything but what is being typed.
    if (typing()) { late = true; return; }
    location.reload();
    return;
  }
  for (const part of document.querySelectorAll('[data-live]')) {
    const there = page.querySelector(`[data-live="${part.dataset.live}"]`);
    if (plain(part) === plain(there) && part.dataset.live !== 'time') continue;
    if (busy(part)) { late = true; continue; }
    const opened = [...part.querySelectorAll('details')].map(d => d.open);
    const held = document.activeElement, inside = part.contains(held) && held.name
      ? {name: held.name, value: held.value} : null;
    part.innerHTML = there.innerHTML;
    part.querySelectorAll('details').forEach((d, i) => { if (opened.length && opened[i]) d.open = true; });
    if (inside) [...part.querySelectorAll('[name]')].find(e => e.name === inside.name && e.value === inside.value)?.focus();
  }
  fade();
  asked(capture, next);
  setClock(page.querySelector('[role=timer]')?.dataset.now);
  tick();
}

function typing() {
  return [...document.querySelectorAll('textarea, input[type=text]')].some(f => f.value !== f.defaultValue)
    || document.activeElement?.matches?.('textarea, input[type=text]');
}

/** What is typed stays with the question it was typed at, and says so. */
function asked(capture, next) {
  if (!capture || !next || capture.elements.question.value === next.elements.question.value) return;
  if (capture.elements.words.value.trim()) {
    say('The room has gone on to another question. What you are writing stays with the one before.');
  } else {
    capture.elements.question.value = next.elements.question.value;
  }
}

function say(words) {
  if (signal && signal.textContent !== words) signal.textContent = words;
}

/** Where a column of readings goes on below its edge, it fades there, until its end is in sight. */
function fade() {
  for (const box of document.querySelectorAll('.readings')) {
    const on = () => box.classList.toggle('more', box.scrollHeight - box.clientHeight - box.scrollTop > 4);
    box.onscroll = on;
    on();
  }
}

// ---- asking

async function ask() {
  try {
    const answer = await fetch(state, {
      cache: 'no-store', signal: AbortSignal.timeout(15000),
      headers: {'Accept': 'application/json', 'If-None-Match': `"${tag}"`},
    });
    if (answer.status === 401) { say('You are signed out. What you typed is kept on this device; sign in again to go on.'); wait = LONGEST; return; }
    if (answer.status !== 304 && !answer.ok) throw new Error('away');
    if (signal?.textContent.startsWith('There is no signal')) say('');
    wait = EVERY;
    if (answer.status === 304 && !late) return;
    const now = answer.status === 304 ? null : await answer.json();
    const page = await fetch(location.pathname, {cache: 'no-store', signal: AbortSignal.timeout(15000)});
    if (!page.ok || page.redirected) throw new Error('away');
    follow(new DOMParser().parseFromString(await page.text(), 'text/html'));
    if (now) { tag = now.tag; setClock(now.now); }
  } catch {
    say('There is no signal. This screen may be a little behind; what you type is kept on this device.');
    wait = Math.min(wait * 1.5, LONGEST);
  }
}

async function round() {
  if (document.visibilityState === 'visible') await ask();
  setTimeout(round, wait);
}

// A note that is kept leaves the form empty where it stands; the page is not loaded again.
document.addEventListener('kith-kept', event => {
  const form = event.target;
  if (form.id !== 'capture') return;
  event.preventDefault();
  form.elements.words.value = '';
  form.elements.whom.value = '';
  form.elements.id.value = crypto.randomUUID ? crypto.randomUUID() : form.elements.id.value;
  say('Kept.');
  setTimeout(() => { if (signal?.textContent === 'Kept.') say(''); }, 4000);
  tag = '';
  ask();
});

setClock(document.querySelector('[role=timer]')?.dataset.now);
fade();
addEventListener('resize', fade);
document.fonts?.ready.then(fade);
setInterval(tick, 1000);
setTimeout(round, EVERY);
