// Changes texts and bytes as chance wants, the same for the same number: what a fuzzer tries can be tried again.
type Random = () => number;

/** Mulberry32: small, quick, the same on every machine; values from 0 to 1. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const oneOf = <T>(random: Random, all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;

/** What parsers stumble over: brackets, quotes, anchors, odd numbers, signs that are not seen, years. */
const words = [
  ...'{}[]:,-#&*!|>%@`"\'\\/?.=<>()+\t\n\r \0\u00a0\u200b\u202e\u2028\ufeff\ud800年万：，“”',
  ...['---', '...', '&a', '*a', '!!', '? ', ': ', '- ', '"', "''", '\\u0000', '0x1F', '1e999', '-0', '.inf', '.nan'],
  ...['9'.repeat(40), '2021-02-30', '~', 'null', 'true', '__proto__', 'constructor', 'Y-1', 'Y+99999999', '../', '**'],
  ...['a'.repeat(3000), '['.repeat(300), '{a: '.repeat(100), '<<: ', 'size(', 'at(', ' && ', ' / 0', '1/3'],
];

/** A text with one to six parts cut out, doubled, moved or put in. */
export function mutated(random: Random, text: string): string {
  let now = text;
  for (let times = 1 + Math.floor(random() * 6); times > 0; times--) {
    const [from, length] = [Math.floor(random() * now.length), Math.floor(random() ** 3 * 60)];
    const part = now.slice(from, from + length);
    const to = Math.floor(random() * now.length);
    const put = oneOf(random, [oneOf(random, words), part, part.repeat(3), '']);
    const rest = random() < 0.5 ? now.slice(0, from) + now.slice(from + length) : now;
    now = rest.slice(0, to) + put + rest.slice(to);
  }
  return now;
}

/** Bytes with one to six of them changed, cut out or doubled. */
export function mutatedBytes(random: Random, bytes: Uint8Array): Buffer {
  let now = Buffer.from(bytes);
  for (let times = 1 + Math.floor(random() * 6); times > 0; times--) {
    const at = Math.floor(random() * now.length);
    const length = Math.floor(random() ** 4 * 2000);
    const how = random();
    if (how < 0.6) now[at] = (now[at] ?? 0) ^ (1 << Math.floor(random() * 8));
    else if (how < 0.8) now = Buffer.concat([now.subarray(0, at), now.subarray(at + length)]);
    else now = Buffer.concat([now.subarray(0, at), now.subarray(Math.max(0, at - length))]);
  }
  return now;
}
