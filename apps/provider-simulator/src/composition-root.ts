import { PlatformClock, systemClock, type Clock } from '@bindery/kernel';
import {
  createHttpHost,
  createMetrics,
  readTlsFiles,
  toListeningAddress,
  type Component,
  type HttpHost,
  type Log,
} from '@bindery/service';
import { registerClockRoutes } from './clock/clock.route';
import { createSandboxClock } from './clock/sandbox-clock';
import { registerCodeCounterRoutes } from './codes/codes.route';
import { registerLoanCounterRoutes } from './lending/loans-counter.route';
import { registerCounterRoutes } from './credentials/counter.route';
import { createFaultOrders } from './faults/fault-orders';
import { registerFaultRoutes } from './faults/faults.route';
import { answerErrors } from './http/answers';
import { createHolds } from './http/holds';
import { refuseOtherHosts } from './http/known-hosts';
import { refuseOtherSites } from './http/other-sites';
import { createMailCatcher, type MailCatcher } from './mail/mail-catcher';
import { registerMessageRoutes } from './messages/messages.route';
import type { OperationRoutesDeps } from './operations/operations.route';
import { createSettlement } from './operations/settle-operation';
import type { PageDeps } from './page/page-actions.route';
import { registerPageRoutes } from './page/page.route';
import type { ProviderSimulatorConfig } from './provider-simulator.config';
import { followOutcomes } from './follow-outcomes';
import { readProviders } from './providers/read-providers';
import { registerReaderCounterRoutes } from './readers/readers.route';
import { registerSmsRoutes, type SmsDeps } from './sms/sms.route';
import { openState, type SimulatorState } from './state/simulator-state';
import { registerWorldRoute } from './state/world.route';
import { createCompanies, type Companies } from './styles';
import { registerSupportRoute } from './support/support.route';
import { createReaderCheck } from './usage/reader-check';
import { registerUsageRoutes } from './usage/usage.route';
import { createWebhookSender } from './webhooks/webhook-sender';

export interface Simulator {
  readonly http: HttpHost;
  readonly mail: MailCatcher;
  readonly state: SimulatorState;
  /** In the order they start. */
  readonly components: readonly Component[];
}

/** Bytes of a request body at most; no company's message comes near it. */
const bodyLimit = 64 * 1024;

/** Puts the world outside together. Reads what an earlier run kept in DATA_DIR; throws StateBroken when that cannot be read. */
export async function createSimulator(
  config: ProviderSimulatorConfig,
  log: Log,
  clock: Clock = systemClock,
): Promise<Simulator> {
  const providers = readProviders(config.PROVIDERS_PATH);
  const companies = createCompanies(providers, config.PROVIDER_KEYS);
  const state = await openState(config.DATA_DIR);
  // Only where it is said that this is a sandbox, and nowhere by itself.
  const sandboxClock =
    config.NODE_ENV !== 'production' && clock instanceof PlatformClock
      ? await createSandboxClock({ state, clock, log })
      : undefined;
  const webhooks = createWebhookSender({ state, noticesOf: companies.noticesOf, clock, log });
  const webhookUrl = (provider: string) => new URL(`/provider-webhooks/${provider}`, config.BINDING_URL).href;
  const follow = followOutcomes({ providers, state, webhooks, clock, webhookUrl });
  const settlement = createSettlement({ providers, state, webhooks, clock, follow });
  const holds = createHolds();
  const tls = readTlsFiles(config);
  const http = createHttpHost({
    ...toListeningAddress(config),
    tls,
    log,
    metrics: createMetrics('provider-simulator'),
    isReady: () => state.flushed().then(() => true),
    bodyLimit,
  });
  http.app.addHook('preClose', async () => {
    holds.release();
    sandboxClock?.release();
  });
  registerRoutes(http.app, {
    providers,
    companies,
    state,
    faults: createFaultOrders(providers),
    holds,
    webhooks,
    settlement,
    readerCheck: createReaderCheck({ bindingUrl: config.BINDING_URL, keys: config.READER_KEYS, clock, log }),
    webhookUrl,
    clock,
    sandboxClock,
    settleDelayMs: config.SETTLE_DELAY_MS,
    carrierKey: config.SMS_CARRIER_KEY,
    peopleHosts: config.PEOPLE_HOSTS,
    deliveryDelayMs: config.SMS_DELIVERY_DELAY_MS,
  });

  const mail = createMailCatcher({ state, log, clock, host: config.HOST, port: config.SMTP_PORT, tls });
  const nothingToStart = async () => undefined;
  return {
    http,
    mail,
    state,
    components: [
      { name: 'state', start: nothingToStart, stop: () => state.close() },
      { name: 'webhooks', start: async () => webhooks.start(), stop: () => webhooks.stop() },
      { name: 'settlement', start: async () => settlement.start(), stop: async () => settlement.stop() },
      mail,
      http,
    ],
  };
}

type RouteDeps = OperationRoutesDeps &
  Omit<PageDeps, 'peoplePages'> &
  SmsDeps & {
    readonly companies: Companies;
    readonly clock: Clock;
    readonly state: SimulatorState;
    readonly peopleHosts: readonly string[];
  };

function registerRoutes(app: HttpHost['app'], deps: RouteDeps): void {
  answerErrors(app);
  // Nothing is acknowledged that a killed simulator would forget.
  app.addHook('onSend', async (request) => (request.method === 'GET' ? undefined : deps.state.flushed()));
  deps.companies.registerRoutes(app, deps);
  registerSmsRoutes(app, deps);
  app.register(async (people) => {
    people.addHook('onRequest', refuseOtherHosts(deps.peopleHosts));
    people.addHook('onRequest', refuseOtherSites);
    registerCounterRoutes(people, deps);
    registerLoanCounterRoutes(people, deps);
    registerCodeCounterRoutes(people, deps);
    registerReaderCounterRoutes(people, deps);
    registerFaultRoutes(people, deps.faults);
    registerUsageRoutes(people, deps);
    registerMessageRoutes(people, deps);
    if (deps.sandboxClock) registerClockRoutes(people, deps.sandboxClock);
    registerWorldRoute(people, deps.state);
    registerPageRoutes(people, { ...deps, peoplePages: () => deps.companies.peoplePages(deps) });
    registerSupportRoute(people);
  });
}
