import type { IntlMessageFormat } from 'intl-messageformat';

type Elements = ReturnType<IntlMessageFormat['getAst']>;

/** Stands where a placeholder begins and ends, while a text is made: no character of Unicode, so nobody’s text has it. */
const mark = '\uFDD0';
const han = '\\p{Script=Han}';
const wide = '[\\p{Script=Han}\\u3000-\\u303F\\uFF00-\\uFF65]';
const narrow = '[\\p{Script=Latin}\\p{Nd}]';

/** A message of which every placeholder is marked at both ends, for `closeUp`. */
export const markPlaceholders = (elements: Elements): Elements =>
  elements.flatMap((element) => {
    if ('options' in element) {
      const options = Object.entries(element.options as Record<string, { value: Elements }>);
      const marked = options.map(([name, option]) => [name, { ...option, value: markPlaceholders(option.value) }]);
      return [{ ...element, options: Object.fromEntries(marked) } as Elements[number]];
    }
    return isLiteral(element) ? [element] : [literal, element, literal];
  });

const literal = { type: 0, value: mark } as Elements[number];
const isLiteral = ({ type }: Elements[number]): boolean => type === literal.type;

const edge = (before: string, after: string) => new RegExp(`(${before}) ?${mark}+ ?(?=${after})`, 'gu');
const together = edge(wide, wide);
const apart = [edge(han, narrow), edge(narrow, han)];
const marks = new RegExp(mark, 'g');

/**
 * At the edges of what was put into a Chinese text: a space between Chinese and Latin or digits, and none between Chinese and Chinese, whatever the message has
 * there, as it cannot know what it is given. What is within the values, and all other edges, stays as it is.
 */
export const closeUp = (text: string): string =>
  apart.reduce((spaced, between) => spaced.replace(between, '$1 '), text.replace(together, '$1')).replace(marks, '');
