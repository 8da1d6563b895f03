export { connect, type Database, type Home } from './connect.ts';
export { clockFaults, wallFaults } from './health.ts';
export { openAsItIs, openDatabase, type OpenDatabase } from './open.ts';
export { asInstallation, within, type Actor } from './within.ts';
