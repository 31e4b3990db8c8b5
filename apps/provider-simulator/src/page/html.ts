/** A piece of markup that is safe to show as it stands. Only `html` makes one. */
export class Html {
  constructor(readonly markup: string) {}
}

export type HtmlValue = string | number | Html | undefined | false | readonly HtmlValue[];

/** Markup with values put in. Every value is escaped unless it is markup itself; undefined and false show nothing. */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return new Html(strings.map((text, index) => text + toMarkup(values[index])).join(''));
}

function toMarkup(value: HtmlValue): string {
  if (value === undefined || value === false) return '';
  if (value instanceof Html) return value.markup;
  if (Array.isArray(value)) return value.map(toMarkup).join('');
  return String(value).replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`);
}
