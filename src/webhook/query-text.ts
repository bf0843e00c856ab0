/** The query of a request target or a URL, as it is written: all behind the first `?`, since a value may have more of them. */
export function queryTextOf(target: string): string {
  const mark = target.indexOf('?');
  return mark === -1 ? '' : target.slice(mark + 1);
}
