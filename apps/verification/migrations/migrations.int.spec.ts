import { describeMigrations } from '@bindery/subgraph/testing';
import { migrations } from './index';

describeMigrations('verification', migrations);
