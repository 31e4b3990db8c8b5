import { describeMigrations } from '@bindery/subgraph/testing';
import { featureClasses } from '../src/features';
import { appRights } from './app-rights';
import { migrations } from './index';

describeMigrations('identity', migrations, featureClasses, appRights, { unused: ['log_in_failure'] });
