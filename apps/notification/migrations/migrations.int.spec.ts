import { describeMigrations } from '@bindery/subgraph/testing';
import { featureClasses } from '../src/features';
import { appRights } from './app-rights';
import { migrations } from './index';

describeMigrations('notification', migrations, featureClasses, appRights);
