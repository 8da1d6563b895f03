import { serve, type ServerType } from '@hono/node-server';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { filesIn, mailFolder, systemClock, systemEntropy } from './adapters.ts';
import { app } from './app.ts';
import type { Config } from './config.ts';
import { connect } from './database/connect.ts';
import { migrate } from './database/migrate.ts';
import { asInstallation } from './database/within.ts';
import { firstPerson } from './partnership/first.ts';
import type { House } from './http/house.ts';
import { makeSignInLink } from './session/store.ts';
import { pages } from './pages.ts';

export type Running = {
  readonly address: string;
  /** A one-time link that signs the installation's first person in. */
  readonly signIn: string;
  readonly stop: () => Promise<void>;
};

/**
 * Opens the database, brings it up to date, and serves until stopped.
 * `pagesFolder` holds the built web application.
 */
export async function start(config: Config, pagesFolder: string): Promise<Running> {
  await mkdir(config.folder, { recursive: true });
  const database = connect(config.home);
  await migrate(database);
  const ports = {
    clock: systemClock,
    entropy: systemEntropy,
    mail: mailFolder(join(config.folder, 'mail'), systemClock),
    files: filesIn(join(config.folder, 'files')),
  };
  const house: House = { database, ports, config };
  const person = await firstPerson(house, config.example);
  const token = ports.entropy.token();
  await asInstallation(database, (tx) =>
    makeSignInLink(tx, { token, person, now: ports.clock.now() }),
  );
  const web = app(house);
  pages(web, pagesFolder);
  const server = await listen(web.fetch, config);
  return {
    address: config.address,
    signIn: `${config.address}/sign-in/${token}`,
    stop: async () => {
      await closed(server);
      await database.destroy();
    },
  };
}

function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  { port, host }: Config,
): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port, hostname: host }, () => resolve(server));
    server.once('error', reject);
  });
}

function closed(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    if ('closeAllConnections' in server) server.closeAllConnections();
  });
}
