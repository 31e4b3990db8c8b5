import type { Log, Metrics } from '@bindery/service';
import { Counter } from 'prom-client';
import type { ChannelSender, Senders } from '../channels';
import { outboundChannels, type OutboundChannel } from '../recipients';

/** Counts what comes of sends and logs those that do not go out, by delivery id and cause: never to whom or what. */
export function observeSenders(senders: Senders, { log, metrics }: { log: Log; metrics: Metrics }): Senders {
  const outcomes = new Counter({
    name: 'notification_sends_total',
    help: 'Sends by channel and outcome',
    labelNames: ['channel', 'outcome'],
    registers: [metrics],
  });

  const observe = (channel: OutboundChannel): ChannelSender => ({
    ...senders[channel],
    async send(message) {
      const outcome = await senders[channel].send(message);
      outcomes.inc({ channel, outcome: outcome.kind });
      if (outcome.kind !== 'TAKEN')
        log.warn(
          { deliveryId: message.idempotencyKey, channel, outcome: outcome.kind, cause: outcome.cause },
          'a notification did not go out',
        );
      return outcome;
    },
  });
  return Object.fromEntries(outboundChannels.map((channel) => [channel, observe(channel)])) as Senders;
}
