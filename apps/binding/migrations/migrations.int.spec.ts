import { describeMigrations } from '@bindery/subgraph/testing';
import { featureClasses } from '../src/features';
import { migrations } from '.';

describeMigrations('binding', migrations, featureClasses);
