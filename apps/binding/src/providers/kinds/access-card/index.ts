import type { CardKind } from '../card-kind';
import { askAnew } from '../card-kind.rules';
import { sayPlainName } from '../plain-name';
import { readMembership, type EnteredMembership, type TypedMembership } from './access-card.rules';
import { say } from './access-card.words';
import { accessCardProtocol } from './protocol';

export const accessCard = {
  code: 'ACCESS_CARD',
  description: 'Opens doors of a housing estate, company or other site.',
  canPay: false,
  opensDoors: true,
  hasPhysicalCard: true,
  entry: {
    field: 'access',
    asks: ({ site }) => [{ name: 'site', known: site?.code ?? null }, ...askAnew('memberNumber')],
    read: (input, provider) => readMembership(input as TypedMembership, provider),
    protocol: accessCardProtocol,
    refusals: {
      MEMBER_UNKNOWN: {
        remedies: [{ code: 'CorrectInput' }, { code: 'ContactProvider' }],
        say: (locale) => say(locale, 'MEMBER_UNKNOWN'),
      },
      SITE_UNKNOWN: {
        remedies: [{ code: 'CorrectInput' }, { code: 'ContactProvider' }],
        say: (locale) => say(locale, 'SITE_UNKNOWN'),
      },
    },
  },
  sayKind: (locale) => say(locale, 'kind'),
  sayName: (card, provider, locale) =>
    card.site
      ? say(locale, 'name', { site: card.site.name[locale], lastFour: card.lastFour })
      : sayPlainName(card, provider),
} as const satisfies CardKind<EnteredMembership>;
