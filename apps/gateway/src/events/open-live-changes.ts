import { createEventLog } from '@bindery/messaging';
import { type Log, type Metrics, toEventLogAddress } from '@bindery/service';
import { toKeyRing } from '@bindery/trust';
import type { GatewayConfig } from '../gateway.config';
import { createLiveChanges, type LiveChanges } from './live-changes';

/** Live changes as the configuration wants them; undefined where it names no event log. */
export function openLiveChanges(config: GatewayConfig, log: Log, metrics: Metrics): LiveChanges | undefined {
  if (!config.EVENT_LOG_URL && !config.KAFKA_BROKERS) {
    log.warn('no event log: there are no live changes');
    return undefined;
  }
  return createLiveChanges({
    transport: createEventLog(toEventLogAddress(config), { service: 'gateway', log }),
    log,
    metrics,
    limits: {
      inAll: config.EVENT_STREAMS_MAX,
      perAccount: config.EVENT_STREAMS_PER_ACCOUNT,
      perAddress: config.EVENT_STREAMS_PER_ADDRESS,
    },
    keptMax: config.EVENT_CHANGES_KEPT,
    // All gateways have these, and no holder: what is derived of them is for nothing else.
    idKeys: toKeyRing(config.SUBGRAPH_KEYS.identity),
  });
}
