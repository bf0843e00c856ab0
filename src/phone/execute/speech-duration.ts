/** The number of characters spoken in one second, by language. Other languages get a European average. */
const charactersInOneSecond: ReadonlyMap<string, number> = new Map(
  Object.entries({
    en: 15,
    es: 16,
    fr: 15.5,
    it: 16,
    pt: 15.5,
    de: 14,
    nl: 14.5,
    pl: 13.5,
    ru: 13.5,
    hi: 12,
    ja: 6.5,
    ko: 6.5,
    cmn: 4.5,
    zh: 4.5,
  }),
);

/**
 * Estimates how long a text takes to say, in seconds: by its characters, with pauses at commas and ends of sentences.
 *
 * @param language such as `en-US`
 */
export function speechDuration(text: string, language: string): number {
  const said = text.replace(/\s+/g, ' ').trim();
  if (said === '') return 0;
  const [short = ''] = language.split('-');
  const digits = said.match(/\d/g)?.length ?? 0;
  const commas = said.match(/[,;:、，](?=\s|$)/g)?.length ?? 0;
  const sentences = said.match(/[.!?。！？](?=\s|$)/g)?.length ?? 0;
  const seconds =
    said.length / (charactersInOneSecond.get(short) ?? 14.5) + digits * 0.25 + commas * 0.2 + sentences * 0.4;
  return Math.max(0.3, Math.round(seconds * 10) / 10);
}
