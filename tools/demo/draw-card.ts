import type { CardView } from '@bindery/wallet-client';

const width = 34;

/** A card as a picture in text: issuer, number, where it opens, what its binding is. */
export function drawCard(card: CardView, wordFor = (code: string): string => code): string[] {
  const status = wordFor(card.bindings[0]?.status ?? '');
  const lines = [
    pair(card.provider.name, card.isDefault ? '★' : ''),
    '',
    sayNumber(card),
    card.site ? card.site.doors.map(({ name }) => name).join(' · ') : (card.brand ?? ''),
    pair('', status),
  ];
  const edge = '─'.repeat(width + 2);
  return [`╭${edge}╮`, ...lines.map((line) => `│ ${pad(line)} │`), `╰${edge}╯`];
}

/** By what is known of the card, whatever its kind. */
function sayNumber({ site, brand, lastFour }: CardView): string {
  if (site) return `${site.name}  ••${lastFour}`;
  return brand ? `•••• •••• •••• ${lastFour}` : `••${lastFour}`;
}

const pair = (left: string, right: string): string =>
  left + ' '.repeat(Math.max(1, width - columns(left) - columns(right))) + right;

/** Cut and filled to the card's width, counting a Chinese character as the two columns it takes. */
function pad(text: string): string {
  let cut = text;
  while (columns(cut) > width) cut = cut.slice(0, -1);
  return cut + ' '.repeat(width - columns(cut));
}

function columns(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[\u2e80-\u9fff\uff00-\uff60]/.test(character) ? 2 : 1), 0);
}
