import type { CardKind } from '../card-kind';
import { askAnew } from '../card-kind.rules';
import { sayPlainName } from '../plain-name';
import { readPass, type EnteredPass, type TypedPass } from './pass.rules';
import { say } from './pass.words';
import { passProtocol } from './protocol';

export const pass = {
  code: 'PASS',
  description: 'Shows a code: a membership or a ticket in the phone’s own wallet.',
  canPay: false,
  opensDoors: false,
  entry: {
    field: 'pass',
    asks: () => askAnew('holderName'),
    read: (input, provider) => readPass(input as TypedPass, provider),
    protocol: passProtocol,
    refusals: {
      PASS_NOT_OFFERED: {
        remedies: [{ code: 'ContactProvider' }],
        say: (locale) => say(locale, 'PASS_NOT_OFFERED'),
      },
    },
  },
  sayKind: (locale) => say(locale, 'kind'),
  sayName: sayPlainName,
} as const satisfies CardKind<EnteredPass>;
