import { systemClock } from '@bindery/kernel';
import { createLog } from '@bindery/service';
import type { ProviderProfile } from '../catalogue/provider-profile.rules';
import { createConnectors } from './create-connectors';
import { loadProviderCatalogue } from '../catalogue/provider-catalogue';

const profiles = loadProviderCatalogue();
const endpoint = { baseUrl: 'http://127.0.0.1:9/providers/x', secret: `whsec_${Buffer.alloc(32).toString('base64')}` };
const providers = Object.fromEntries([...profiles.keys()].map((code) => [code, endpoint]));
const log = createLog({ service: 'test', level: 'silent', format: 'json' });
const create = (changes: object) =>
  createConnectors({ profiles, providers, publicUrl: 'http://us', clock: systemClock, log, ...changes });

describe('createConnectors', () => {
  it('has a connector for each provider of the catalogue and for no other', () => {
    const { connectors } = create({});
    for (const code of profiles.keys()) expect(connectors(code)).toBe(connectors(code));
    expect(connectors('cloudgate')).not.toBe(connectors('seaside-bank'));
    expect(() => connectors('constructor')).toThrow('there is no provider constructor');
  });

  it('does not start while a provider has no address', () => {
    const { cloudgate: _, ...others } = providers;
    expect(() => create({ providers: others })).toThrow('provider cloudgate of the catalogue has no address');
  });

  it('does not start with a kind of card that nobody speaks for', () => {
    const wallet = { ...profiles.get('cloudgate'), kind: 'WALLET' } as ProviderProfile;
    expect(() => create({ profiles: new Map([['cloudgate', wallet]]) })).toThrow(
      /kind WALLET, which provider cloudgate has/,
    );
  });
});
