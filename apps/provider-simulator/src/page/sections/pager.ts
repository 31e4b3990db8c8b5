import { html, type Html } from '../html';
import type { PageOf } from '../page-of';
import type { TextKey, Words } from '../words';

/** Which part of a list the address asks for, beside the language and the filter. */
export type Shown = Readonly<Partial<Record<'to' | 'cards' | 'messages', string>>>;

/** Links to the pages before and after, where a list has more than one. */
export function renderPager(
  list: 'cards' | 'messages',
  { page, pages }: PageOf<unknown>,
  shown: Shown,
  words: Words,
): Html | false {
  if (pages === 1) return false;
  const link = (to: number, key: TextKey) => {
    const query = new URLSearchParams({ lang: words.locale });
    for (const [name, value] of Object.entries({ ...shown, [list]: String(to) })) if (value) query.set(name, value);
    return html`<a href="/?${query.toString()}#${list}">${words.text(key)}</a>`;
  };
  return html`<nav class="bar" aria-label="${words.text('pagesOf', { list: words.text(list) })}">
    ${page > 1 && link(page - 1, 'newer')} <span>${words.text('pageOf', { page, pages })}</span>
    ${page < pages && link(page + 1, 'older')}
  </nav>`;
}
