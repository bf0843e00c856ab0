/**
 * The language of a call travels in the parameter `lang` of each link.
 * @module
 */

const key = 'lang';

/** A URL with the language in its query; one that has a language already is returned as it is. */
export function withLanguage(url: string, language: string): string {
  const mark = url.indexOf('?');
  if (mark === -1) return `${url}?${key}=${language}`;
  const items = url.slice(mark + 1).split('&');
  if (items.some((item) => item.startsWith(`${key}=`))) return url;
  // Sorted by name, as the other parameters of a link are.
  const before = items.findIndex((item) => item > key);
  items.splice(before === -1 ? items.length : before, 0, `${key}=${language}`);
  return `${url.slice(0, mark)}?${items.join('&')}`;
}
