import { join } from 'node:path';
import { joinGatewayKeys, toPublicKeySet } from '@bindery/trust';
import { providersFolder } from '../provider-catalogue';
import { root } from '../start-options';
import type { ProviderKeys } from '../data/provider-keys';
import { services, urlOf, urlsOf, type ProgramName } from '../topology';
import type { Surroundings } from './surroundings';

export type Environment = Readonly<Record<string, string>>;

/** What a side has of each provider. */
const mapKeys = ({ providerKeys }: Surroundings['secrets'], toSide: (keys: ProviderKeys, code: string) => object) =>
  Object.fromEntries(Object.entries(providerKeys).map(([code, keys]) => [code, toSide(keys, code)]));

/** What a program needs besides the part that all have; one without an entry gets only that. */
export const ownEnvironments: Readonly<Partial<Record<ProgramName, (surroundings: Surroundings) => Environment>>> = {
  'provider-simulator': ({ data, ports, secrets }) => ({
    SMTP_PORT: String(ports.smtp),
    BINDING_URL: urlOf(ports.binding),
    PROVIDERS_PATH: providersFolder,
    PROVIDER_KEYS: JSON.stringify(mapKeys(secrets, ({ provider }) => provider)),
    READER_KEYS: JSON.stringify(secrets.readerKeys),
    SMS_CARRIER_KEY: secrets.smsCarrierKey,
    DATA_DIR: join(data, 'simulator'),
  }),

  identity: ({ secrets }) => ({
    ACCESS_TOKEN_PRIVATE_KEY: secrets.accessTokenKey,
    PROOF_PUBLIC_KEYS: toPublicKeySet(secrets.proofKey),
    CONTACT_KEYS: secrets.contactKeys,
    CONTACT_LOOKUP_KEY: secrets.lookupKey,
    PASSWORD_PEPPER: secrets.passwordPepper,
    REFRESH_TOKEN_KEYS: secrets.refreshKeys,
  }),

  binding: ({ ports, secrets }) => ({
    PROOF_PUBLIC_KEYS: toPublicKeySet(secrets.proofKey),
    CARD_FINGERPRINT_KEYS: secrets.fingerprintKeys,
    PROVIDERS: JSON.stringify(
      mapKeys(secrets, ({ platform }, code) => ({
        baseUrl: `${urlOf(ports['provider-simulator'])}/providers/${code}`,
        ...platform,
      })),
    ),
    READER_KEYS: JSON.stringify(secrets.readerKeys),
    READER_ANSWER_PRIVATE_KEY: secrets.readerAnswerKey,
    EXPORT_LINK_KEYS: secrets.exportLinkKeys,
    PUBLIC_URL: urlOf(ports.binding),
  }),

  verification: ({ ports, secrets }) => ({
    PROOF_PRIVATE_KEY: secrets.proofKey,
    CONTACT_KEYS: secrets.contactKeys,
    CODE_KEY: secrets.codeKey,
    SMS_CARRIER_URL: urlOf(ports['provider-simulator']),
    SMS_CARRIER_KEY: secrets.smsCarrierKey,
  }),

  notification: ({ ports, secrets }) => ({
    CONTACT_KEYS: secrets.contactKeys,
    SMS_CARRIER_URL: urlOf(ports['provider-simulator']),
    SMS_CARRIER_KEY: secrets.smsCarrierKey,
    SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
  }),

  gateway: ({ ports, secrets }) => ({
    SUPERGRAPH_PATH: join(root, 'apps/gateway/supergraph.graphql'),
    SUBGRAPH_URLS: JSON.stringify(urlsOf(services, ports)),
    ACCESS_TOKEN_JWKS_URL: `${urlOf(ports.identity)}/.well-known/jwks.json`,
    SUBGRAPH_KEYS: joinGatewayKeys(secrets.gatewayKeys),
    CLIENT_APPS_PATH: join(root, 'apps/gateway/src/door/clients/client-apps.data.json'),
    DOCUMENTS_PATH: join(root, 'apps/gateway/documents'),
  }),
};
