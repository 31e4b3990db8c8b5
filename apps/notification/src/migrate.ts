import { runMigrations, runProgram } from '@bindery/service-host';
import { migrations } from '../migrations';

runProgram(() => runMigrations(migrations, process.argv[2], process.env));
