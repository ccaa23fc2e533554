// Parts the JSON text of a report into its dossiers and the rest, piece by piece, so that no report is held as a whole.

/** What is wrong with the text as JSON; a dossier is parsed by whoever takes it. */
export class NotJson extends Error {}

export type ReportParts = {
  /** Takes the next bytes. */
  feed(bytes: Uint8Array): void;
  /** The text without its dossiers. */
  end(): string;
};

const [quote, backslash, comma] = [0x22, 0x5c, 0x2c];
const [openList, closeList, openMap, closeMap] = [0x5b, 0x5d, 0x7b, 0x7d];
const isSpace = (byte: number): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
/** Characters of the rest: program and shard. */
const mostRest = 10_000;

/** `onDossier` gets the text of each member of the list `dossiers`, in order. Throws NotJson. */
export function reportParts(onDossier: (text: string) => void): ReportParts {
  let depth = 0;
  let inText = false;
  let escaped = false;
  /** In the list of dossiers, which stands at depth 2; once it ended there is no other. */
  let list: 'before' | 'inside' | 'after' = 'before';
  let afterItem = false;
  let afterComma = false;
  const item: Uint8Array[] = [];
  let rest = '';

  const keep = (byte: number): void => {
    rest += String.fromCharCode(byte);
    if (rest.length > mostRest) throw new NotJson();
  };

  const betweenItems = (byte: number): void => {
    if (isSpace(byte)) return;
    if (byte === comma && afterItem) {
      afterItem = false;
      afterComma = true;
    } else if (byte === closeList && !afterComma) {
      list = 'after';
      depth -= 1;
      keep(byte);
    } else throw new NotJson();
  };

  const finish = (): void => {
    onDossier(Buffer.concat(item).toString('utf8'));
    item.length = 0;
    afterItem = true;
    afterComma = false;
  };

  return {
    feed: (bytes) => {
      let from = 0;
      for (let at = 0; at < bytes.length; at += 1) {
        const byte = bytes[at] ?? 0;
        if (inText) {
          if (escaped) escaped = false;
          else if (byte === backslash) escaped = true;
          else if (byte === quote) inText = false;
        } else if (list === 'inside' && depth === 2 && byte !== openMap) {
          betweenItems(byte);
          continue;
        } else if (byte === quote) inText = true;
        else if (byte === openList || byte === openMap) {
          if (list === 'inside' && depth === 2) {
            if (afterItem) throw new NotJson();
            from = at;
          }
          depth += 1;
          if (list === 'before' && depth === 2 && byte === openList && /"dossiers"\s*:\s*$/.test(rest.slice(-40))) {
            list = 'inside';
            keep(byte);
            continue;
          }
        } else if (byte === closeList || byte === closeMap) {
          depth -= 1;
          if (list === 'inside' && depth === 2) {
            item.push(bytes.subarray(from, at + 1));
            finish();
            continue;
          }
        }
        if (list !== 'inside') keep(byte);
      }
      // A copy: whoever reads fills the same bytes anew.
      if (list === 'inside' && depth > 2) item.push(Buffer.from(bytes.subarray(from)));
    },
    end: () => {
      if (depth !== 0 || inText || list === 'inside') throw new NotJson();
      return Buffer.from(rest, 'latin1').toString('utf8');
    },
  };
}
