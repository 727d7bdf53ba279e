// Marks what looks like a name, place, date or number while somebody types, and offers other words.
// Nothing of it leaves the device; the writer decides.
import {KINDS, spot} from './spotter.js';

const SOMEONE = ['someone', 'a person I visit'];

/** What can be said instead, by kind. */
const INSTEAD = {
  'name': SOMEONE,
  'perhaps-a-name': SOMEONE,
  'place': ['a place near here'],
  'address': ['their home'],
  'organisation': ['another organisation'],
  'postcode': ['near here'],
  'date': ['that day'],
  'phone': ['their number'],
  'email': ['their e-mail'],
  'nhs-number': ['their number'],
  'ni-number': ['their number'],
};

const button = (words, tap) => {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = words;
  made.addEventListener('click', tap);
  return made;
};

export class Flags {
  /**
   * @param area where somebody writes; its mirror stands before it, its flag after
   * @param left what the writer said is fine, shared by all areas
   */
  constructor(area, left) {
    this.area = area;
    this.left = left;
    this.mirror = area.previousElementSibling;
    this.flag = area.closest('.ask').querySelector('.flag');
    this.shown = '';
    area.addEventListener('input', () => this.look());
  }

  found() {
    return spot(this.area.value).filter(f => !this.left.has(f.found));
  }

  look() {
    const found = this.found(), text = this.area.value;
    this.mirror.replaceChildren();
    let at = 0;
    for (const f of found) {
      if (f.start < at) continue;
      const mark = document.createElement('mark');
      mark.textContent = text.slice(f.start, f.end);
      this.mirror.append(text.slice(at, f.start), mark);
      at = f.end;
    }
    this.mirror.append(text.slice(at) + '\n');
    this.offer(found);
  }

  offer(found) {
    const first = found[0], now = first ? first.found + found.length : '';
    if (now === this.shown) return;
    this.shown = now;
    this.flag.hidden = !first;
    this.flag.replaceChildren();
    if (!first) return;
    const what = KINDS[first.kind].replace('perhaps ', ''), instead = INSTEAD[first.kind] ?? SOMEONE;
    const looks = first.kind.startsWith('perhaps') ? 'may be' : 'looks like';
    const says = document.createElement('p'), quoted = document.createElement('span');
    says.setAttribute('role', 'status');
    quoted.className = 'found';
    quoted.textContent = first.found;
    says.append('“', quoted, `” ${looks} ${what}. Only this phone has seen it.`,
      found.length > 1 ? ` ${found.length - 1} more after it.` : '');
    const taps = document.createElement('div');
    taps.className = 'flagtaps';
    taps.append(
      ...instead.map(words => button(`Say “${words}”`, () => this.replace(words))),
      button(`Not ${what}`, () => this.leave(first.found)));
    this.flag.append(says, taps);
  }

  replace(words) {
    const first = this.found()[0];
    if (first) {
      const text = this.area.value, starts = /(^|[.!?]\s+)$/.test(text.slice(0, first.start));
      const said = starts ? words[0].toUpperCase() + words.slice(1) : words;
      this.area.value = text.slice(0, first.start) + said + text.slice(first.end);
    }
    this.done();
  }

  leave(found) {
    this.left.add(found);
    this.done();
  }

  done() {
    this.area.focus();
    this.area.dispatchEvent(new Event('input', {bubbles: true}));
  }
}
