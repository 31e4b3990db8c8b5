import { createLog } from '@bindery/service';
import { Registry } from 'prom-client';
import { createRelay } from '../relay/create-relay';
import { createEventLog } from '../create-event-log';
import type { Publisher } from '../transport/transport';
import type { CrashPoint } from './crash-point';

// A relay in a process of its own that kills itself, without any goodbye, the third time it comes to the point named by CRASH_AT.

const { DATABASE_URL = '', EVENT_LOG_URL, KAFKA_BROKERS, CRASH_AT } = process.env;
const point = CRASH_AT as CrashPoint;
const log = createLog({ service: 'relay', level: 'warn', format: 'json' });
const inner = createEventLog(
  { eventLogUrl: EVENT_LOG_URL, kafkaBrokers: KAFKA_BROKERS?.split(',') },
  { service: 'binding', log },
);

const die = () => void process.kill(process.pid, 'SIGKILL');

let times = 0;
/** A relay comes to its lock once, to everything else again and again. */
const isTime = (at: CrashPoint) => at === point && ++times >= (at === 'after-lock' ? 1 : 3);

const stepOf = {
  locked: 'after-lock',
  fetching: 'before-select',
  acked: 'acked-unmarked',
  marked: 'after-commit',
} as const;

function openPublisher(): Publisher {
  const publisher = inner.openPublisher();
  return {
    ...publisher,
    async append(messages) {
      if (messages.length > 1 && isTime('mid-send')) {
        await publisher.append(messages.slice(0, Math.ceil(messages.length / 2)));
        die();
      }
      const appended = publisher.append(messages);
      // By then the request is with the operating system and its answer is not here.
      if (isTime('sent-unacked')) setImmediate(() => setImmediate(die));
      return appended;
    },
  };
}

const relay = createRelay({
  service: 'binding',
  databaseUrl: DATABASE_URL,
  transport: { openPublisher },
  log,
  metrics: new Registry(),
  onStep(step) {
    // The test makes each commit take longer than this.
    if (step === 'marking' && isTime('marked-uncommitted')) setTimeout(die, 50);
    if (step in stepOf && isTime(stepOf[step as keyof typeof stepOf])) die();
  },
});

void relay.start();
