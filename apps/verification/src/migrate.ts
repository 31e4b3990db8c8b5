import { runProgram } from '@bindery/service';
import { runMigrations } from '@bindery/subgraph';
import { migrations } from '../migrations';

runProgram(() => runMigrations(migrations, process.argv[2], process.env));
