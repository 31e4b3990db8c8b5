import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../start/start-options';
import { linesPastTheClock } from './platform-time';

/**
 * Time by which something is decided or told is the clock's (libs/kernel/src/clock.ts), which a sandbox moves. Technical time stays real: how long
 * somebody is waited for, whether a connection lives, how old a row is that only the machinery reads. These files ask for that, each for its reason.
 */
const technical: Readonly<Record<string, string>> = {
  'apps/gateway/src/data-source/endpoints.ts': 'how long a process that failed is not asked',
  'apps/gateway/src/door/auth/session-check.ts': 'whether the feed of ended sessions lives',
  'apps/gateway/src/events/change-feed.ts': 'from where the log is read, and when it was',
  'apps/gateway/src/events/ended-sessions.ts':
    'forgets by when the log was read; tokens live no longer than that by any clock',
  'apps/gateway/src/events/recent-changes.ts': 'what a stream that was cut has missed, by when the log was read',
  'apps/notification/src/preferences/preference.entity.ts': 'a default of a column that is always given',
  'apps/notification/src/recipients/recipient.entity.ts': 'when the row was made; nobody reads it',
  'apps/provider-simulator/src/clock/followers.ts': 'whether a program still follows the clock',
  'libs/jobs/src/busy-jobs.ts': 'how long the end of a job may take to be recorded',
  'libs/jobs/src/follow-clock.ts': 'the database’s own time, which platform time is converted to',
  'libs/jobs/src/living-pools.ts': 'whether a process that works on jobs lives',
  'libs/jobs/src/migrate-jobs.ts': 'the table of those processes',
  'libs/kernel/src/clock.ts': 'the clock itself',
  'libs/messaging/src/dead-letters/dead-letter-store.ts': 'when the machinery failed and was mended, for operators',
  'libs/messaging/src/kafka/administration/kafka-admin.ts': 'how long a broker is waited for',
  'libs/messaging/src/kafka/no-idle-timers.ts': 'how long a broker is to be left alone',
  'libs/messaging/src/kafka/watch-heads.ts': 'whether the log lives',
  'libs/messaging/src/messaging-tables.ts': 'when a message was written, handled or failed, which pruning goes by',
  'libs/messaging/src/postgres/schema/event-log-functions.ts': 'how old a message of the log is, which pruning goes by',
  'libs/messaging/src/postgres/schema/event-log-tables.ts': 'when a message of the log was written',
  'libs/messaging/src/postgres/tail-postgres.ts': 'whether the log lives',
  'libs/messaging/src/relay/outbox-batches.ts': 'when a message was published, which pruning goes by',
  'libs/messaging/src/relay/relay-metrics.ts': 'a metric of rows by the database’s time',
  'libs/messaging/src/retention/prune-inbox.ts': 'pruning by real age',
  'libs/messaging/src/retention/prune-outbox.ts': 'pruning by real age',
  'libs/persistence/src/app-rights.ts': 'the database’s own time, to which it adds how far the platform’s is ahead',
  'libs/persistence/src/burn-proof.ts': 'when a proof was used; it is refused by its own time long before its row goes',
  'libs/persistence/src/once.ts': 'how long an answer is kept for a client that asks again',
  'libs/service/src/security/repeats.ts': 'how often one line is written to the log',
  'libs/service/src/security/security-log.ts': 'the time stamp of a log line',
  'libs/simulated-world/src/simulated-world.ts': 'how long a message is waited for',
  'libs/trust/src/gateway-signature.ts':
    'a signature for one hop between two processes, seconds long, and its replay memory',
  'libs/trust/src/published-keys.ts': 'how old the keys in memory are, and when they are asked for again',
  'libs/wallet-client/src/graph-client.ts':
    'how long an app waits; moments it is told are compared with the answer’s own time',
  'libs/wallet-client/src/wallet/activation.ts': 'how long an app waits',
  'libs/wallet-client/src/wallet/cards.ts': 'how long an app waits',
  'libs/wallet-client/src/wallet/records.ts': 'how long an app waits',
  'libs/wallet-client/src/wallet/proofs.ts': 'how long an app waits',
};

const sources = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'apps/*/src/**', 'libs/*/src/**'], {
  cwd: root,
  encoding: 'utf8',
})
  .trim()
  .split('\n')
  .filter((file) => /(?<!\.spec)\.(ts|js)$/.test(file) && !/\/testing\/|^libs\/testing\/|^apps\/e2e\//.test(file));

const asking = sources.filter((file) => linesPastTheClock(readFileSync(join(root, file), 'utf8')).length > 0);

describe('what time it is', () => {
  it('is asked of the clock by everything that decides by it', () =>
    expect(asking.filter((file) => !(file in technical))).toEqual([]));

  it('is asked past it by those only that still have a reason to', () =>
    expect(Object.keys(technical).filter((file) => !asking.includes(file))).toEqual([]));

  it.each([
    ['if (Date.now() > deadline)', 1],
    ['createFeed(Date.now)', 1],
    ['const at = new Date();', 1],
    ['WHERE until < now()', 1],
    ['SET seen_at = CLOCK_TIMESTAMP()', 1],
    ['clock.now() >= deadline', 0],
    ['new Date(clock.now().getTime() + ms)', 0],
    ['// not Date.now()', 0],
    ['performance.now()', 0],
  ])('is seen to be asked past it: %p', (line, count) => expect(linesPastTheClock(line)).toHaveLength(count));
});
