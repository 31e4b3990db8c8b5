import { systemClock, type Clock } from '@bindery/kernel';
import { type Component, createHttpHost, createMetrics, type HttpHost, type Log } from '@bindery/service';
import { registerCounterRoutes } from './credentials/counter.route';
import { registerCredentialRoutes } from './credentials/credentials.route';
import { createFaultOrders } from './faults/fault-orders';
import { registerFaultRoutes } from './faults/faults.route';
import { answerErrors } from './http/answers';
import { createHolds } from './http/holds';
import { createMailCatcher, type MailCatcher } from './mail/mail-catcher';
import { registerMessageRoutes } from './messages/messages.route';
import { registerOperationRoutes } from './operations/operations.route';
import { createSettlement } from './operations/settle-operation';
import { registerPageRoutes } from './page/page.route';
import type { ProviderSimulatorConfig } from './provider-simulator.config';
import { registerSigned } from './signatures/signed-routes';
import { registerSmsRoutes } from './sms/sms.route';
import { openState, type SimulatorState } from './state/simulator-state';
import { registerWorldRoute } from './state/world.route';
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
  const state = await openState(config.DATA_DIR);
  const secrets = config.PROVIDER_SECRETS;
  const faults = createFaultOrders();
  const holds = createHolds();
  const webhooks = createWebhookSender({ state, secrets, log });
  const settlement = createSettlement({ state, webhooks, clock });
  const readerCheck = createReaderCheck({ bindingUrl: config.BINDING_URL, secrets, log });
  const webhookUrl = (provider: string) => new URL(`/provider-webhooks/${provider}`, config.BINDING_URL).href;
  const deps = {
    state,
    faults,
    holds,
    webhooks,
    settlement,
    readerCheck,
    webhookUrl,
    clock,
    settleDelayMs: config.SETTLE_DELAY_MS,
  };

  const isReady = () => state.flushed().then(() => true);
  const http = createHttpHost({
    host: config.HOST,
    port: config.PORT,
    drainGraceMs: config.DRAIN_GRACE_MS,
    log,
    metrics: createMetrics('provider-simulator'),
    isReady,
    bodyLimit,
  });
  const { app } = http;
  answerErrors(app);
  app.addHook('preClose', async () => holds.release());
  // Nothing is acknowledged that a killed simulator would forget.
  app.addHook('onSend', async (request) => (request.method === 'GET' ? undefined : state.flushed()));
  registerSigned(app, secrets, (signed) => {
    registerTokenRoutes(signed, deps);
    registerOperationRoutes(signed, deps);
    registerCredentialRoutes(signed, deps);
  });
  registerCounterRoutes(app, deps);
  registerFaultRoutes(app, faults);
  registerUsageRoutes(app, deps);
  registerMessageRoutes(app, state);
  registerWorldRoute(app, state);
  registerSmsRoutes(app, {
    ...deps,
    carrierKey: config.SMS_CARRIER_KEY,
    deliveryDelayMs: config.SMS_DELIVERY_DELAY_MS,
  });
  registerPageRoutes(app, deps);

  const mail = createMailCatcher({ state, log, host: config.HOST, port: config.SMTP_PORT });
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
