import type { CardKind } from '../card-kind';
import { sayPlainName } from '../plain-name';
import { AccessCardInput } from './access-card.input';
import { readMembership, type EnteredMembership } from './access-card.rules';
import { say } from './access-card.words';
import { accessCardProtocol } from './protocol';

export const accessCard = {
  code: 'ACCESS_CARD',
  description: 'Opens doors of a housing estate, company or other site.',
  canPay: false,
  opensDoors: true,
  entry: {
    field: 'access',
    inputType: AccessCardInput,
    description: 'For an access system.',
    read: (input, provider) => readMembership(input as AccessCardInput, provider),
    protocol: accessCardProtocol,
    refusal: {
      remedies: [{ code: 'CorrectInput' }, { code: 'ContactProvider' }],
      say: (locale) => say(locale, 'MEMBER_UNKNOWN'),
    },
  },
  sayKind: (locale) => say(locale, 'kind'),
  sayName: (card, provider, locale) =>
    card.site
      ? say(locale, 'name', { site: card.site.name[locale], lastFour: card.lastFour })
      : sayPlainName(card, provider),
} as const satisfies CardKind<EnteredMembership>;
