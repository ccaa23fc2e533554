// Where else a finding of several places stands, as one line of text.
import type { Finding, Place } from '../findings/finding.ts';
import { furtherPlaces } from '../findings/further.ts';
import type { Language } from '../findings/sentence.ts';
import { reportWords } from '../words/report.ts';

/** `其余 8 处：12:5 13:5`; nothing for a finding of one position. `shownAs` names a file that is not the finding's own. */
export function furtherText(
  finding: Finding,
  language: Language,
  shownAs: (place: Place) => string,
): string | undefined {
  const { places, count } = furtherPlaces(finding);
  if (count === 0) return undefined;
  const positions = places.map((place) => {
    const position = `${place.line}:${place.column}`;
    return place.file === finding.at.file ? position : `${shownAs(place)}:${position}`;
  });
  return [reportWords(language).morePlaces(count), ...positions, ...(places.length < count ? ['…'] : [])].join(' ');
}
