import type { FeatureClasses } from '@bindery/subgraph';
import { z } from 'zod';
import type { ConnectorStyle } from '../../connector-style';
import { selfCustodyAbilities } from './abilities.rules';
import { AddressChallengeRow } from './address-challenge.entity';
import { deleteChallengesBefore } from './address-challenge.repository';
import { AddressCredentialRow } from './address-credential.entity';
import { createConnector } from './create-connector';
import { prepareSchemes } from './load-schemes';

export const addressClasses = { entities: [AddressChallengeRow, AddressCredentialRow] } satisfies FeatureClasses;

/** A day longer than a binding may wait for a signature, at the most that a profile of this style has. */
const challengeDays = 31;
const dayMs = 24 * 60 * 60_000;

/** As EIP-4361 has it: an authority of RFC 3986, so a host, with a port where it has one. */
const domain = z
  .string()
  .max(253)
  .regex(/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?$/, 'is not a host in lower case');

const access = z
  .strictObject({
    /** Whose app asks for a signature, e.g. `wallet.example.com`; every message names it. */
    domain,
    /** The page that asks, of that domain. */
    uri: z.url({ protocol: /^https?$/ }).max(500),
    /** Where the wallet is told of in development; nothing is asked there. */
    baseUrl: z.url().optional(),
  })
  .refine(({ domain: host, uri }) => URL.canParse(uri) && new URL(uri).host === host, {
    path: ['uri'],
    message: 'is not a page of the domain',
  });
export type SelfCustodyAccess = z.infer<typeof access>;

/** Wallets whose holders keep their keys: a card is the proof of an address by a signed message. */
export const selfCustodyStyle = {
  code: 'SELF_CUSTODY',
  abilities: selfCustodyAbilities,
  access,
  connect({ code, kind, access: { domain: host, uri } }, { clock, db, unitOfWork }) {
    if (kind !== 'CRYPTO_ADDRESS') throw new Error(`provider ${code} keeps no keys of cards of the kind ${kind}`);
    return {
      connector: createConnector({ provider: code, access: { domain: host, uri }, clock, db, unitOfWork }),
      inbound: null,
      prepare: prepareSchemes,
      prune: async () => ({
        addressChallenges: await deleteChallengesBefore(db, new Date(clock.now().getTime() - challengeDays * dayMs)),
      }),
      close: async () => undefined,
    };
  },
} as const satisfies ConnectorStyle<SelfCustodyAccess>;
