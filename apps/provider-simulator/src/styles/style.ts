import type { FastifyInstance } from 'fastify';
import type { Clock } from '@bindery/kernel';
import type { z } from 'zod';
import type { PeoplePage } from '../page/people-page';
import type { FaultOrders } from '../faults/fault-orders';
import type { Holds } from '../http/holds';
import type { Settlement } from '../operations/settle-operation';
import type { Provider } from '../providers/provider';
import type { SimulatorState } from '../state/simulator-state';
import type { Notices } from '../webhooks/notice';
import type { WebhookSender } from '../webhooks/webhook-sender';

/** What a style may use of the simulated world. */
export interface StyleWorld {
  readonly state: SimulatorState;
  readonly faults: FaultOrders;
  readonly holds: Holds;
  readonly settlement: Settlement;
  readonly webhooks: WebhookSender;
  readonly clock: Clock;
  readonly settleDelayMs: number;
  /** Names under which people and tests come, beside those of the machine itself. */
  readonly peopleHosts: readonly string[];
  /** Where the platform takes what a provider tells it unasked. */
  readonly webhookUrl: (provider: string) => string;
}

/** A company of a style with its own keys. */
export interface StyledCompany<Keys> {
  readonly provider: Provider;
  readonly keys: Keys;
}

/** The other side of one of the platform's connector styles, with its documented interface: a folder beside `generic` and a line in `index.ts`. */
export interface SimulatedStyle<Keys = unknown> {
  /** As `style` of a provider in the catalogue. */
  readonly code: string;
  /** What PROVIDER_KEYS holds for a provider of this style. */
  readonly keys: z.ZodType<Keys>;
  /** Whether its companies suspend a card by themselves: what its protocol has no word for, nobody could find out. */
  readonly pauses: boolean;
  /** What the platform asks of a provider: routes of `app`, which stands at `/providers/<code>`. */
  registerRoutes(app: FastifyInstance, company: StyledCompany<Keys>, world: StyleWorld): void;
  notices(company: StyledCompany<Keys>): Notices;
  /** Where people do something at this company, for the page that leads there. */
  peoplePages?(company: StyledCompany<Keys>, world: StyleWorld): readonly Omit<PeoplePage, 'provider'>[];
}
