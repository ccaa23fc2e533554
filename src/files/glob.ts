// Matches paths against a pattern of `*`, `?`, `[…]`, `{a,b}` and `**`, in time that no pattern can blow up.

/** Whether a path holds anything that a pattern gives a meaning to. */
export const isGlob = (path: string): boolean => /[*?{[]/.test(path);

const mostAlternatives = 64;
/** Characters of a path or pattern; no file system has longer ones, and every step below is at most length × length. */
export const longestPath = 1024;

/** What stands in the first braces that hold a comma and no other braces. */
const innermost = (pattern: string): string | undefined =>
  [...pattern.matchAll(/\{([^{}]*)\}/g)].find(([, inside]) => inside?.includes(','))?.[1];

/** The patterns that `{a,b}` stands for; braces that do not close, or too many of them, stand for themselves. */
export function alternatives(pattern: string): string[] {
  let done: string[] = [];
  let open = [pattern];
  while (open.length > 0) {
    const next: string[] = [];
    for (const one of open) {
      const braces = innermost(one);
      if (braces === undefined) done.push(one);
      else for (const choice of braces.split(',')) next.push(one.replace(`{${braces}}`, () => choice));
    }
    if (done.length + next.length > mostAlternatives) return [pattern];
    open = next;
  }
  done = [...new Set(done)];
  return done;
}

type Token = '*' | { readonly is: (character: string) => boolean };

function tokensOf(segment: string): Token[] {
  const characters = [...segment];
  const tokens: Token[] = [];
  for (let index = 0; index < characters.length; index += 1) {
    const character = characters[index] ?? '';
    const close = character === '[' ? characters.indexOf(']', index + 2) : -1;
    if (character === '*') {
      if (tokens.at(-1) !== '*') tokens.push('*');
    } else if (character === '?') {
      tokens.push({ is: () => true });
    } else if (close > 0) {
      tokens.push({ is: setOf(characters.slice(index + 1, close)) });
      index = close;
    } else {
      tokens.push({ is: (other) => other === character });
    }
  }
  return tokens;
}

function setOf(inside: readonly string[]): (character: string) => boolean {
  const not = inside[0] === '!' || inside[0] === '^';
  const members = not ? inside.slice(1) : inside;
  const within = (character: string): boolean =>
    members.some((member, index) => {
      const to = members[index + 2];
      return members[index + 1] === '-' && to !== undefined
        ? character >= member && character <= to
        : character === member;
    });
  return (character) => within(character) !== not;
}

/** Two pointers and one way back, to the last `*`: at most length × length steps. */
function matchesTokens(tokens: readonly Token[], name: readonly string[]): boolean {
  let token = 0;
  let at = 0;
  let star = -1;
  let from = 0;
  while (at < name.length) {
    const want = tokens[token];
    if (want === '*') {
      star = token;
      from = at;
      token += 1;
    } else if (want?.is(name[at] ?? '') === true) {
      token += 1;
      at += 1;
    } else if (star >= 0) {
      token = star + 1;
      from += 1;
      at = from;
    } else {
      return false;
    }
  }
  while (tokens[token] === '*') token += 1;
  return token === tokens.length;
}

/** A test for paths with `/`; both sides are compared in NFC. `**` is any number of folders, none included. */
export function matcher(pattern: string): (path: string) => boolean {
  const segments = pattern
    .normalize('NFC')
    .split('/')
    .map((segment) => (segment === '**' ? '**' : tokensOf(segment)));
  return (path) => {
    const names = path
      .normalize('NFC')
      .split('/')
      .map((name) => [...name]);
    let reached = new Set([0]);
    for (const name of names) {
      const next = new Set<number>();
      for (const start of reached) {
        let index = start;
        for (; segments[index] === '**'; index += 1) next.add(index);
        const want = segments[index];
        if (want !== undefined && want !== '**' && matchesTokens(want, name)) next.add(index + 1);
      }
      reached = next;
    }
    return [...reached].some((index) => segments.slice(index).every((segment) => segment === '**'));
  };
}
