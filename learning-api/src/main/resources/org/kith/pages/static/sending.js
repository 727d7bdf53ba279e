// Sends what waits on the device, each thing once: the id was made here, and the server keeps an id
// once however often it comes. What is kept here goes only when the server has said so in full.
import {personKey} from './device.js';

const FIRST_WAIT = 1000, LONGEST_WAIT = 5 * 60 * 1000, PATIENCE = 20000, REMEMBERED = 10;

/** Who is signed in: {me}, {signedOut: true} or {away: true}. */
export async function whoIsSignedIn(patience = PATIENCE) {
  try {
    const answer = await fetch('/api/v1/me', {cache: 'no-store', signal: AbortSignal.timeout(patience)});
    if (answer.status === 401) return {signedOut: true};
    const me = answer.ok ? await answer.json() : null;
    return me && me.person && me.csrf ? {me, key: await personKey(me.person)} : {away: true};
  } catch {
    return {away: true};
  }
}

const oneAtATime = (name, work) =>
  navigator.locks ? navigator.locks.request(name, work) : work();

/** How many things the server noticed that the author did not say are fine. */
function unlooked(item, noticed) {
  const words = new Map(item.sent.answers.map(a => [a.prompt, a.words])), fine = new Set(item.left ?? []);
  return noticed.filter(f => !fine.has(words.get(f.prompt)?.slice(f.start, f.end))).length;
}

export class Sending {
  /** @param changed is called whenever there is something new to show */
  constructor(box, changed) {
    this.box = box;
    this.changed = changed;
    this.state = {};
    this.wait = FIRST_WAIT;
    this.timer = 0;
    this.queued = false;
    this.chain = Promise.resolve();
  }

  /** Sends all that waits, after what another tab is sending. */
  now() {
    clearTimeout(this.timer);
    // One run at most is lined up behind the one under way: it sees all that was kept before it began.
    if (!this.queued) {
      this.queued = true;
      const run = () => { this.queued = false; return this.all(); };
      this.chain = this.chain
        .then(() => oneAtATime('kith-send-' + this.box.person, run))
        .catch(() => { this.queued = false; this.later(); });
    }
    return this.chain;
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.now(), this.wait * (0.5 + Math.random() / 2));
    this.wait = Math.min(this.wait * 2, LONGEST_WAIT);
  }

  async all() {
    const waiting = (await this.box.items()).filter(item => item.state === 'waiting').reverse();
    if (waiting.length === 0) return this.tell({});
    const who = await whoIsSignedIn();
    if (who.signedOut) return this.tell({signedOut: true});
    if (who.away) { this.tell({away: true}); return this.later(); }
    if (who.key !== this.box.person) return this.tell({other: true});
    for (const item of waiting) {
      const went = await this.one(item, who.me.csrf);
      if (went !== 'done') {
        this.tell({[went]: true});
        return went === 'away' ? this.later() : undefined;
      }
      this.wait = FIRST_WAIT;
      this.changed();
    }
    await this.forgetOlder();
    this.tell({});
  }

  tell(state) {
    this.state = state;
    this.changed();
  }

  async one(item, csrf) {
    let answer, body;
    try {
      answer = await fetch('/api/v1/reflections', {
        method: 'POST', cache: 'no-store', signal: AbortSignal.timeout(PATIENCE),
        headers: {'Content-Type': 'application/json', 'X-Kith-Csrf': csrf},
        body: JSON.stringify(item.sent),
      });
      body = await answer.json();
    } catch {
      return 'away';
    }
    return this.settle(item, answer, body);
  }

  async settle(item, answer, body) {
    const id = item.sent.id, short = {receipt: item.receipt, kept: item.kept, audience: item.audience};
    if (answer.ok) {
      // Anything else that says 200, such as the page of a hotel's network, is not our server.
      if (body.id !== id || body.receipt !== item.receipt) return 'away';
      await this.box.saveItem(id, {
        ...short, state: 'arrived', arrived: body.arrived, look: unlooked(item, body.flags ?? []),
      });
      return 'done';
    }
    if (!answer.headers.get('Content-Type')?.includes('problem+json')) return 'away';
    switch (answer.status) {
      case 401: return 'signedOut';
      case 409: return this.underAnotherId(item);
      case 410: await this.box.saveItem(id, {...short, state: 'withdrawn'}); return 'done';
      case 400: case 413: case 422:
        await this.box.saveItem(id, {...item, state: 'refused', reason: body.detail});
        return 'done';
      default: return 'away';
    }
  }

  async underAnotherId(item) {
    const id = crypto.randomUUID();
    const {receipt} = await import('./receipt.js');
    await this.box.rename(item.sent.id, id, {...item, sent: {...item.sent, id}, receipt: await receipt(id)});
    return 'away';
  }

  async forgetOlder() {
    const gone = (await this.box.items()).filter(i => i.state === 'arrived' || i.state === 'withdrawn');
    for (const item of gone.slice(REMEMBERED)) await this.box.dropItem(item.id);
  }
}
