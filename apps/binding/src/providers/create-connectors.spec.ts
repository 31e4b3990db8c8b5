import { systemClock } from '@bindery/kernel';
import { createLog } from '@bindery/service';
import type { ProviderProfile } from '../catalogue/provider-profile.rules';
import { noDatabase } from '../testing/no-database';
import { createConnectors } from './create-connectors';
import { loadProviderCatalogue } from '../catalogue/provider-catalogue';
import { prepareSchemes } from './styles/self-custody/load-schemes';

jest.mock('./styles/self-custody/load-schemes', () => ({ prepareSchemes: jest.fn() }));

/** Those whose keys are said in a line; the others have specs of their own. */
const profiles = new Map(
  [...loadProviderCatalogue()].filter(([, { style }]) => ['GENERIC', 'SELF_CUSTODY'].includes(style)),
);
const endpoint = { baseUrl: 'http://127.0.0.1:9/providers/x', secret: `whsec_${Buffer.alloc(32).toString('base64')}` };
const accessByStyle: Readonly<Record<string, object>> = {
  GENERIC: endpoint,
  SELF_CUSTODY: { domain: 'wallet.test.example', uri: 'https://wallet.test.example/cards' },
};
const providers = Object.fromEntries([...profiles.values()].map(({ code, style }) => [code, accessByStyle[style]]));
const log = createLog({ service: 'test', level: 'silent', format: 'json' });
const create = (changes: object) =>
  createConnectors({ profiles, providers, publicUrl: 'http://us', clock: systemClock, log, ...noDatabase, ...changes });

describe('createConnectors', () => {
  it('has a connector for each provider of the catalogue and for no other', () => {
    const { connectors } = create({});
    for (const code of profiles.keys()) expect(connectors(code)).toBe(connectors(code));
    expect(connectors('harbour-bank')).not.toBe(connectors('seaside-bank'));
    expect(() => connectors('constructor')).toThrow('there is no provider constructor');
  });

  it('prepares what the first holder of an address would have to wait for', () => {
    create({}).prepare?.();
    expect(prepareSchemes).toHaveBeenCalledTimes(1);
  });

  it('does not start while a provider has no address', () => {
    const others = Object.fromEntries(Object.entries(providers).filter(([code]) => code !== 'harbour-bank'));
    expect(() => create({ providers: others })).toThrow(
      'provider harbour-bank of the catalogue has not the address and keys of GENERIC in PROVIDERS',
    );
  });

  it.each([
    { domain: 'wallet.test.example', uri: 'https://other.example/cards' },
    { domain: 'https://wallet.test.example', uri: 'https://wallet.test.example/cards' },
    { domain: 'wallet.test.example', uri: 'https://wallet.test.example/', secret: 'none' },
  ])('does not start where messages would name a site that is not its own: %j', (access) => {
    expect(() => create({ providers: { ...providers, 'token-pocket': access } })).toThrow(/SELF_CUSTODY in PROVIDERS/);
  });

  it('does not start with a kind of card that nobody speaks for', () => {
    const wallet = { ...profiles.get('harbour-bank'), kind: 'LIBRARY_CARD' as never } as ProviderProfile;
    expect(() => create({ profiles: new Map([['harbour-bank', wallet]]) })).toThrow(/no kind of card LIBRARY_CARD/);
  });
});
