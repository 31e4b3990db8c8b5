import type { CardView } from '@bindery/wallet-client';
import { drawCard } from './draw-card';

const card: CardView = {
  id: 'card_1',
  kind: 'BANK_CARD',
  displayName: '',
  lastFour: '4242',
  brand: 'Visa',
  isDefault: true,
  provider: { code: 'seaside-bank', name: 'Seaside Bank' },
  site: null,
  bindings: [],
};
const site = { name: '河畔花园', doors: [{ id: 'gate', name: '小区大门' }] };

describe('a card as a picture in text', () => {
  it.each([
    ['a bank card', {}, '•••• •••• •••• 4242'],
    ['an access card', { kind: 'ACCESS_CARD', brand: null, site }, '河畔花园  ••4242'],
    ['a card of a kind that came later', { kind: 'LIBRARY_CARD', brand: null }, '••4242'],
  ])('names %s by what is known of it', (_what, changes, number) =>
    expect(drawCard({ ...card, ...changes })[3]).toMatch(new RegExp(`^│ ${number} *│$`)),
  );
});
