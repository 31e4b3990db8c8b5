import type { HoldDeps } from '../credentials/hold-credential';
import { listCredentials, type ShownCredential } from '../credentials/list-credentials';
import type { Fault } from '../faults/fault';
import type { FaultOrders } from '../faults/fault-orders';
import type { Clock } from '@bindery/kernel';
import type { ClockFace, SandboxClock } from '../clock/sandbox-clock';
import type { Providers } from '../providers/provider';
import { findMessages, type ShownMessage } from '../messages/find-messages';
import type { HolderCode } from '../records/holder-code';
import type { KnownCard } from '../records/known-card';
import type { SimulatorState } from '../state/simulator-state';
import { onlineReaders } from '../readers/propagation';
import { pageOf, type PageOf } from './page-of';
import type { PeoplePage } from './people-page';

export interface AwaitedActivation {
  readonly provider: string;
  readonly operationId: string;
  readonly card: Pick<KnownCard, 'brand' | 'site' | 'lastFour'>;
}

export interface OpenInvitation extends Pick<HolderCode, 'code' | 'expiresAt'> {
  readonly card: AwaitedActivation['card'];
}

/** Everything the page shows. */
export interface PageModel {
  readonly messages: PageOf<ShownMessage>;
  readonly filterTo?: string;
  readonly cards: PageOf<ShownCredential>;
  /** What can be held to a door or a terminal: the newest. */
  readonly credentials: readonly ShownCredential[];
  readonly pages: readonly PeoplePage[];
  readonly activations: readonly AwaitedActivation[];
  readonly invitations: readonly OpenInvitation[];
  /** Ids of the readers that have a line. */
  readonly readersOnline: ReadonlySet<string>;
  readonly faults: readonly Fault[];
  readonly faultTargets: readonly string[];
  readonly providers: Providers;
  /** Whether a provider suspends cards by itself. */
  readonly pauses: (provider: string) => boolean;
  /** The clock of the sandbox; undefined where it cannot be moved. */
  readonly clock: ClockFace | undefined;
  readonly webhooks: { readonly waiting: number; readonly givenUp: number };
}

/** Choices of a form are no longer than this. */
const choices = 100;
const cardsOnPage = 10;
const messagesOnPage = 10;

/** Which part of it is asked for. */
export interface PageAsked {
  readonly to: string | undefined;
  readonly cards: number;
  readonly messages: number;
}

interface PageModelDeps {
  readonly state: SimulatorState;
  readonly faults: FaultOrders;
  readonly providers: Providers;
  readonly companies: HoldDeps['companies'];
  readonly clock: Clock;
  readonly sandboxClock: SandboxClock | undefined;
  readonly peoplePages: () => readonly PeoplePage[];
}

export function buildPageModel(
  { state, faults, providers, companies, clock, sandboxClock, peoplePages }: PageModelDeps,
  { to: filterTo, cards, messages }: PageAsked,
): PageModel {
  const credentials = listCredentials(state, Infinity);
  const givenUp = state.webhooks.all().filter((webhook) => webhook.gaveUp).length;
  return {
    messages: pageOf(
      findMessages(state, { to: filterTo, channel: undefined, limit: Infinity }, clock.now().getTime()),
      messages,
      messagesOnPage,
    ),
    filterTo,
    cards: pageOf(credentials, cards, cardsOnPage),
    credentials: credentials.slice(0, choices),
    pages: peoplePages(),
    activations: awaitedActivations(state),
    invitations: openInvitations(state),
    readersOnline: onlineReaders(state, providers),
    faults: faults.list(),
    faultTargets: faults.targets,
    providers,
    pauses: companies.pauses,
    clock: sandboxClock?.face(),
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

function openInvitations(state: SimulatorState): OpenInvitation[] {
  return state.codes
    .newestFirst()
    .filter(({ member, used }) => member !== undefined && !used)
    .map(({ member, code, expiresAt }) => ({
      code,
      expiresAt,
      card: state.cards.get(member ?? '') ?? { lastFour: '' },
    }));
}
