import { systemClock, type Clock } from '@bindery/kernel';
import {
  createHttpHost,
  createMetrics,
  readTlsFiles,
  toListeningAddress,
  type Component,
  type HttpHost,
  type Log,
} from '@bindery/service';
import { registerCounterRoutes } from './credentials/counter.route';
import { registerCredentialRoutes } from './credentials/credentials.route';
import { createFaultOrders } from './faults/fault-orders';
import { registerFaultRoutes } from './faults/faults.route';
import { answerErrors } from './http/answers';
import { createHolds } from './http/holds';
import { refuseOtherHosts } from './http/known-hosts';
import { refuseOtherSites } from './http/other-sites';
import { createMailCatcher, type MailCatcher } from './mail/mail-catcher';
import { registerMessageRoutes } from './messages/messages.route';
import { registerOperationRoutes, type OperationRoutesDeps } from './operations/operations.route';
import { createSettlement } from './operations/settle-operation';
import type { PageDeps } from './page/page-actions.route';
import { registerPageRoutes } from './page/page.route';
import type { ProviderSimulatorConfig } from './provider-simulator.config';
import { readProviders } from './providers/read-providers';
import { registerSigned, type SignedRoutesDeps } from './signatures/signed-routes';
import { registerSmsRoutes, type SmsDeps } from './sms/sms.route';
import { openState, type SimulatorState } from './state/simulator-state';
import { registerWorldRoute } from './state/world.route';
import { registerSupportRoute } from './support/support.route';
import { registerTokenRoutes } from './tokens/tokens.route';
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
  const secrets = config.PROVIDER_SECRETS;
  const providers = readProviders(config.PROVIDERS_PATH, secrets);
  const state = await openState(config.DATA_DIR);
  const webhooks = createWebhookSender({ state, secrets, log });
  const settlement = createSettlement({ providers, state, webhooks, clock });
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
  http.app.addHook('preClose', async () => holds.release());
  registerRoutes(http.app, {
    providers,
    secrets,
    state,
    faults: createFaultOrders(providers),
    holds,
    webhooks,
    settlement,
    readerCheck: createReaderCheck({ bindingUrl: config.BINDING_URL, secrets, log }),
    webhookUrl: (provider: string) => new URL(`/provider-webhooks/${provider}`, config.BINDING_URL).href,
    clock,
    settleDelayMs: config.SETTLE_DELAY_MS,
    carrierKey: config.SMS_CARRIER_KEY,
    peopleHosts: config.PEOPLE_HOSTS,
    deliveryDelayMs: config.SMS_DELIVERY_DELAY_MS,
  });

  const mail = createMailCatcher({ state, log, host: config.HOST, port: config.SMTP_PORT, tls });
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

type RouteDeps = SignedRoutesDeps &
  OperationRoutesDeps &
  PageDeps &
  SmsDeps & { readonly clock: Clock; readonly state: SimulatorState; readonly peopleHosts: readonly string[] };

function registerRoutes(app: HttpHost['app'], deps: RouteDeps): void {
  answerErrors(app);
  // Nothing is acknowledged that a killed simulator would forget.
  app.addHook('onSend', async (request) => (request.method === 'GET' ? undefined : deps.state.flushed()));
  registerSigned(app, deps, (signed) => {
    registerTokenRoutes(signed, deps);
    registerOperationRoutes(signed, deps);
    registerCredentialRoutes(signed, deps);
  });
  registerSmsRoutes(app, deps);
  app.register(async (people) => {
    people.addHook('onRequest', refuseOtherHosts(deps.peopleHosts));
    people.addHook('onRequest', refuseOtherSites);
    registerCounterRoutes(people, deps);
    registerFaultRoutes(people, deps.faults);
    registerUsageRoutes(people, deps);
    registerMessageRoutes(people, deps.state);
    registerWorldRoute(people, deps.state);
    registerPageRoutes(people, deps);
    registerSupportRoute(people);
  });
}
