import { listCredentials, type ShownCredential } from '../credentials/list-credentials';
import type { Fault } from '../faults/fault';
import type { FaultOrders } from '../faults/fault-orders';
import type { Providers } from '../providers/provider';
import { findMessages, type ShownMessage } from '../messages/find-messages';
import type { KnownCard } from '../records/known-card';
import type { SimulatorState } from '../state/simulator-state';
import { messagesShown } from './sections/messages.section';

export interface AwaitedActivation {
  readonly provider: string;
  readonly operationId: string;
  readonly card: Pick<KnownCard, 'brand' | 'site' | 'lastFour'>;
}

/** Everything the page shows. */
export interface PageModel {
  readonly messages: readonly ShownMessage[];
  readonly filterTo?: string;
  readonly credentials: readonly ShownCredential[];
  readonly activations: readonly AwaitedActivation[];
  readonly faults: readonly Fault[];
  readonly faultTargets: readonly string[];
  readonly providers: Providers;
  readonly webhooks: { readonly waiting: number; readonly givenUp: number };
}

const credentialsShown = 100;

interface PageModelDeps {
  readonly state: SimulatorState;
  readonly faults: FaultOrders;
  readonly providers: Providers;
}

export function buildPageModel({ state, faults, providers }: PageModelDeps, filterTo: string | undefined): PageModel {
  const givenUp = state.webhooks.all().filter((webhook) => webhook.gaveUp).length;
  return {
    messages: findMessages(state, { to: filterTo, channel: undefined, limit: messagesShown }, Date.now()),
    filterTo,
    credentials: listCredentials(state, credentialsShown),
    activations: awaitedActivations(state),
    faults: faults.list(),
    faultTargets: faults.targets,
    providers,
    webhooks: { waiting: state.webhooks.all().length - givenUp, givenUp },
  };
}

function awaitedActivations(state: SimulatorState): AwaitedActivation[] {
  return state.operations
    .newestFirst()
    .filter(({ standing }) => standing.status === 'ACTIVATION_REQUIRED')
    .map(({ provider, request }) => ({
      provider,
      operationId: request.operationId,
      card: state.cards.get(request.token ?? '') ?? { lastFour: '' },
    }));
}
