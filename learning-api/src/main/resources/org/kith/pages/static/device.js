// What this device keeps, locked: each person's drafts, what waits to be sent, and their teams.
// The lock is an AES-GCM key for each person that the browser holds and never gives out.
const NAME = 'kith-write', KEYS = 'keys', THINGS = 'things';
const DRAFT = 'draft', ITEM = 'item', NOTE = 'note';

/** Whether this browser can keep things locked at all. */
export const canKeep = () => Boolean(window.isSecureContext && window.indexedDB && crypto.subtle);

const asked = request => new Promise((done, fail) => {
  request.onsuccess = () => done(request.result);
  request.onerror = () => fail(request.error);
});

const finished = change => new Promise((done, fail) => {
  change.oncomplete = () => done();
  change.onabort = change.onerror = () => fail(change.error ?? new Error('not kept'));
});

async function openDatabase() {
  const opening = indexedDB.open(NAME, 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore(KEYS, {keyPath: 'person'});
    opening.result.createObjectStore(THINGS, {keyPath: ['person', 'kind', 'id']});
  };
  const database = await asked(opening);
  database.onversionchange = () => database.close();
  return database;
}

/** A short hash that stands for a person, so that no id lies open on the device. */
export async function personKey(id) {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(id));
  return [...new Uint8Array(hash).subarray(0, 16)].map(b => b.toString(16).padStart(2, '0')).join('');
}

export class Device {
  static async open() {
    return new Device(await openDatabase());
  }

  constructor(database) {
    this.database = database;
  }

  /** The person who last signed in here, or null. */
  last() {
    return localStorage.getItem('kith-last');
  }

  setLast(person) {
    if (person) localStorage.setItem('kith-last', person);
    else localStorage.removeItem('kith-last');
  }

  /** What is kept for one person. Two tabs that make a key at once agree on the first. */
  async box(person) {
    const held = () => asked(this.database.transaction(KEYS).objectStore(KEYS).get(person));
    let row = await held();
    if (!row) {
      const key = await crypto.subtle.generateKey({name: 'AES-GCM', length: 256}, false, ['encrypt', 'decrypt']);
      const change = this.database.transaction(KEYS, 'readwrite', {durability: 'strict'});
      const adding = change.objectStore(KEYS).add({person, key});
      adding.onerror = event => { event.preventDefault(); event.stopPropagation(); };
      await finished(change);
      row = await held();
    }
    return new Box(this.database, person, row.key);
  }
}

export class Box {
  constructor(database, person, key) {
    this.database = database;
    this.person = person;
    this.key = key;
  }

  about(kind, id) {
    return new TextEncoder().encode([this.person, kind, id].join('|'));
  }

  async locked(kind, id, value) {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const sealed = await crypto.subtle.encrypt(
      {name: 'AES-GCM', iv, additionalData: this.about(kind, id)}, this.key,
      new TextEncoder().encode(JSON.stringify(value)));
    return {person: this.person, kind, id, at: Date.now(), iv, sealed};
  }

  async unlocked(row) {
    const plain = await crypto.subtle.decrypt(
      {name: 'AES-GCM', iv: row.iv, additionalData: this.about(row.kind, row.id)}, this.key, row.sealed);
    return {id: row.id, at: row.at, ...JSON.parse(new TextDecoder().decode(plain))};
  }

  /** Puts and removes together or not at all; returns when it is on the disk. */
  async change(put, removed) {
    const change = this.database.transaction(THINGS, 'readwrite', {durability: 'strict'});
    const things = change.objectStore(THINGS);
    put.forEach(row => things.put(row));
    removed.forEach(([kind, id]) => things.delete([this.person, kind, id]));
    await finished(change);
  }

  async all(kind) {
    const range = IDBKeyRange.bound([this.person, kind], [this.person, kind, []]);
    const rows = await asked(this.database.transaction(THINGS).objectStore(THINGS).getAll(range));
    const found = await Promise.all(rows.map(row => this.unlocked(row).catch(() => null)));
    return found.filter(Boolean).sort((a, b) => b.at - a.at);
  }

  drafts() { return this.all(DRAFT); }
  async saveDraft(id, value) { await this.change([await this.locked(DRAFT, id, value)], []); }
  dropDraft(id) { return this.change([], [[DRAFT, id]]); }

  items() { return this.all(ITEM); }
  async saveItem(id, value) { await this.change([await this.locked(ITEM, id, value)], []); }
  dropItem(id) { return this.change([], [[ITEM, id]]); }

  async item(id) {
    const row = await asked(this.database.transaction(THINGS).objectStore(THINGS).get([this.person, ITEM, id]));
    return row ? this.unlocked(row) : null;
  }

  /** A draft becomes something to send, in one step. */
  async keep(id, item) { await this.change([await this.locked(ITEM, id, item)], [[DRAFT, id]]); }

  /** What was refused becomes a draft again, in one step. */
  async mend(id, draft) { await this.change([await this.locked(DRAFT, id, draft)], [[ITEM, id]]); }

  /** Gives something that waits another id, in one step. */
  async rename(id, other, item) { await this.change([await this.locked(ITEM, other, item)], [[ITEM, id]]); }

  async note(id) { return (await this.all(NOTE)).find(note => note.id === id)?.value ?? null; }
  async saveNote(id, value) { await this.change([await this.locked(NOTE, id, {value})], []); }
}
