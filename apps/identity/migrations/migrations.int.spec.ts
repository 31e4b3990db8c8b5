import { describeMigrations } from '@bindery/subgraph/testing';
import { featureClasses } from '../src/features';
import { migrations } from './index';

describeMigrations('identity', migrations, featureClasses, { unused: ['log_in_failure'] });
