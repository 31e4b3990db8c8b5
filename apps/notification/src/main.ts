import { systemClock } from '@bindery/kernel';
import { createLog, createMetrics, runProgram, runService } from '@bindery/service';
import { composeNotification } from './composition-root';
import { readNotificationConfig } from './notification.config';

async function main(): Promise<void> {
  const config = readNotificationConfig();
  const log = createLog({ service: 'notification', level: config.LOG_LEVEL, format: config.LOG_FORMAT });
  const { components } = await composeNotification(config, {
    log,
    metrics: createMetrics('notification'),
    clock: systemClock,
  });
  await runService({ log, components });
}

runProgram(main);
