import { listCredentials, type ShownCredential } from '../credentials/list-credentials';
import type { Fault } from '../faults/fault';
import type { FaultOrders } from '../faults/fault-orders';
import { findMessages, type ShownMessage } from '../messages/find-messages';
import type { SimulatorState } from '../state/simulator-state';
import { messagesShown } from './sections/messages.section';

export interface AwaitedActivation {
  readonly provider: string;
  readonly operationId: string;
  readonly card: { readonly brand?: string; readonly lastFour: string };
}

/** Everything the page shows. */
export interface PageModel {
  readonly messages: readonly ShownMessage[];
  readonly filterTo?: string;
  readonly credentials: readonly ShownCredential[];
  readonly activations: readonly AwaitedActivation[];
  readonly faults: readonly Fault[];
  readonly webhooks: { readonly waiting: number; readonly givenUp: number };
}

const credentialsShown = 100;

export function buildPageModel(state: SimulatorState, faults: FaultOrders, filterTo: string | undefined): PageModel {
  const givenUp = state.webhooks.all().filter((webhook) => webhook.gaveUp).length;
  return {
    messages: findMessages(state, { to: filterTo, channel: undefined, limit: messagesShown }, Date.now()),
    filterTo,
    credentials: listCredentials(state, credentialsShown),
    activations: awaitedActivations(state),
    faults: faults.list(),
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
