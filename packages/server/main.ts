import { serve, type ServerType } from '@hono/node-server';
import { join } from 'node:path';
import { fine, problem, refused, type Outcome } from '@freehold/core/problem';
import { filesIn, mailBySmtp, mailFolder, systemClock, systemEntropy } from './adapters.ts';
import { keepReminding } from './action/remind.ts';
import { app } from './app.ts';
import { keepSafe } from './backup/keep-safe.ts';
import type { Config } from './config.ts';
import type { Database } from './database/connect.ts';
import { openDatabase } from './database/open.ts';
import { asInstallation } from './database/within.ts';
import { makeExample } from './example/example.ts';
import { shipFramework } from './framework/ship.ts';
import { firstPerson } from './partnership/first.ts';
import type { House } from './http/house.ts';
import { endInterruptedJobs } from './job/store.ts';
import { makeSignInLink } from './session/store.ts';
import { keptSecret } from './secret.ts';
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
 *
 * Problems: those of `openDatabase`, and `port-in-use`.
 */
export async function start(config: Config, pagesFolder: string): Promise<Outcome<Running>> {
  const opened = await openDatabase(config, systemClock);
  if (!opened.ok) return opened;
  const { database, close } = opened.value;
  try {
    const house = await houseOf(database, config);
    const person = await prepare(house, config);
    const signIn = await signInLink(house, person);
    const web = app(house);
    pages(web, pagesFolder);
    const server = await listen(web.fetch, config);
    if (server === null) {
      await close();
      return refused(problem('port-in-use', { port: config.port }));
    }
    const kept = await keepSafe(database, config, systemClock);
    const reminding = keepReminding(house);
    const stop = async () => {
      await closed(server);
      await kept.stop();
      await reminding.stop();
      await close();
    };
    return fine({ address: config.address, signIn, stop });
  } catch (error) {
    await close();
    throw error;
  }
}

async function houseOf(database: Database, config: Config): Promise<House> {
  return {
    database,
    config,
    secret: await keptSecret(config.folder),
    ports: {
      clock: systemClock,
      entropy: systemEntropy,
      mail:
        config.smtp === undefined
          ? mailFolder(join(config.folder, 'mail'), systemClock)
          : mailBySmtp(config.smtp),
      files: filesIn(join(config.folder, 'files')),
    },
  };
}

/** Puts in place what must be there before the first request, and gives the installation's first person. */
async function prepare(house: House, config: Config): Promise<string> {
  await endInterruptedJobs(house.database);
  await shipFramework(house.database, house.ports.clock.now());
  const person = await firstPerson(house);
  if (config.example) await makeExample(house, person);
  return person;
}

async function signInLink(house: House, person: string): Promise<string> {
  const token = house.ports.entropy.token();
  const now = house.ports.clock.now();
  await asInstallation(house.database, (tx) => makeSignInLink(tx, { token, person, now }));
  return `${house.config.address}/sign-in/${token}`;
}

/** Null when the port is taken. */
function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  { port, host }: Config,
): Promise<ServerType | null> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port, hostname: host }, () => resolve(server));
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(null) : reject(error),
    );
  });
}

function closed(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    if ('closeAllConnections' in server) server.closeAllConnections();
  });
}
