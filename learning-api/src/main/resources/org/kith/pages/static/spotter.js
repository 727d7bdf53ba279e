// Stands in until names are looked for: finds a title with a name.
export function spot(text) {
  return [...text.matchAll(/\b(?:Mr|Mrs|Ms|Miss|Dr)\.? [A-Z][a-z]+/g)]
    .map(m => ({start: m.index, end: m.index + m[0].length, kind: 'name', found: m[0]}));
}
