import { runSubgraph } from '@bindery/subgraph';
import { composeNotification } from './composition-root';
import { readNotificationConfig } from './notification.config';

runSubgraph('notification', readNotificationConfig, composeNotification);
