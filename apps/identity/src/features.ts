import type { FeatureClasses } from '@bindery/subgraph';
import { accountsClasses } from './accounts';
import { deviceNameClasses } from './device-name';
import { devicesClasses } from './devices';
import { emergencyClasses } from './emergency';
import { knownAddressesClasses } from './known-addresses';
import { logInClasses } from './log-in';
import { nodeClasses } from './node';
import { passwordsClasses } from './passwords';
import { profileClasses } from './profile';
import { registrationClasses } from './registration';
import { sessionsClasses } from './sessions';
import { staffClasses } from './staff';
import { viewerClasses } from './viewer';

/** What the schema is printed and the tables are mapped from. */
export const featureClasses: readonly FeatureClasses[] = [
  accountsClasses,
  devicesClasses,
  knownAddressesClasses,
  sessionsClasses,
  viewerClasses,
  nodeClasses,
  passwordsClasses,
  registrationClasses,
  logInClasses,
  profileClasses,
  deviceNameClasses,
  emergencyClasses,
  staffClasses,
];
