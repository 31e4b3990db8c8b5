import { createSimulatedWorld } from '@bindery/simulated-world';
import { createGraphClient, createWallet, documents } from '@bindery/wallet-client';
import { portsFrom, urlOf } from '../../start/topology';

/** Somebody with a card, and the requests she makes. */
export interface BusyHolder {
  readonly headers: Readonly<Record<string, string>>;
  /** Her home screen. */
  readonly home: string;
  /** What she would do if her phone were in other hands. */
  readonly reserved: readonly string[];
}

/** People who are signed in, each with a bound access card. */
export function makeHolders(port: number, count: number): Promise<BusyHolder[]> {
  return Promise.all(Array.from({ length: count }, (_, index) => makeHolder(port, index)));
}

async function makeHolder(port: number, index: number): Promise<BusyHolder> {
  const ports = portsFrom(port);
  const phone = `+86135${String((Date.now() % 1e6) * 100 + index).padStart(8, '0')}`;
  const graph = createGraphClient({ endpoint: `${urlOf(ports.gateway)}/graphql`, locale: 'en' });
  const wallet = createWallet(graph, createSimulatedWorld(urlOf(ports['provider-simulator'])), {
    phone,
    password: 'brass-window-29-meadow',
    displayName: `Busy ${index}`,
    locale: 'en',
  });
  await wallet.register();
  const { deviceId } = await wallet.logIn('Busy phone');
  const { cardId, bindingId } = await wallet.bind('cloudgate', deviceId, {
    access: { site: 'riverside', memberNumber: `RG-1${String(100 + index)}` },
  });
  await wallet.waitForStatus(cardId, 'ACTIVE');
  const headers = {
    'content-type': 'application/json',
    'accept-language': 'en',
    'apollographql-client-name': 'wallet-client',
    'apollographql-client-version': '1.0.0',
    authorization: `Bearer ${wallet.accessToken ?? ''}`,
  };
  return { headers, home: JSON.stringify({ query: documents.home }), reserved: reservedOf(bindingId, index) };
}

/** Suspending twice and unbinding without a proof are answered with a refusal of the graph: the way there is what is measured. */
function reservedOf(bindingId: string, index: number): string[] {
  const suspend =
    'mutation Suspend($input: SuspendBindingInput!) { suspendBinding(input: $input) { __typename ... on Problem { code } } }';
  const unbind = { bindingId, planDigest: 'x'.repeat(43), reason: 'OTHER', proof: 'no.real.proof' };
  return [
    JSON.stringify({ query: documents.preflight, variables: { id: bindingId } }),
    JSON.stringify({
      query: suspend,
      variables: { input: { idempotencyKey: `busy-suspend-${index}-${Date.now()}`, bindingId } },
    }),
    JSON.stringify({
      query: documents.requestUnbind,
      variables: { input: { idempotencyKey: `busy-unbind-${index}-${Date.now()}`, ...unbind } },
    }),
  ];
}
