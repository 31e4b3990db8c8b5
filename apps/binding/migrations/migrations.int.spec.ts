import { describeMigrations } from '@bindery/subgraph/testing';
import { featureClasses } from '../src/features';
import { appRights } from './app-rights';
import { migrations } from '.';

describeMigrations('binding', migrations, featureClasses, appRights);
