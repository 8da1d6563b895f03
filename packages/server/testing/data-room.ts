import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Mapping } from '@freehold/core/data';
import { Job } from '../job/routes.ts';
import { jobsEnded } from '../job/run.ts';
import type { TestHouse } from './house.ts';

/** Public data of the United Kingdom, which stands beside the repository and is no part of it. */
export const sharedData = fileURLToPath(new URL('../../../../shared/data/uk/', import.meta.url));

export function sharedFile(name: string): Promise<Buffer> {
  return readFile(`${sharedData}${name}`);
}

export type FinishedJob = z.infer<typeof Job>;

/** A partnership as one of its people uses its data room. */
export class DataRoom {
  readonly house: TestHouse;
  readonly partnership: string;
  readonly cookie: string;

  constructor(house: TestHouse, partnership: string, cookie: string) {
    this.house = house;
    this.partnership = partnership;
    this.cookie = cookie;
  }

  get path(): string {
    return `/api/partnerships/${this.partnership}`;
  }

  get(path: string): Promise<Response> {
    return this.house.call(`${this.path}${path}`, { cookie: this.cookie });
  }

  async json(path: string): Promise<unknown> {
    return (await this.get(path)).json();
  }

  send(path: string, json: unknown, method = 'POST'): Promise<Response> {
    return this.house.call(`${this.path}${path}`, { method, json, cookie: this.cookie });
  }

  async upload(content: string | Uint8Array, name = 'file.csv'): Promise<string> {
    const answer = await this.house.call(`${this.path}/files`, {
      cookie: this.cookie,
      body: typeof content === 'string' ? content : new Uint8Array(content),
      headers: { 'x-file-name': encodeURIComponent(name) },
    });
    return z.object({ file: z.string() }).parse(await answer.json()).file;
  }

  /** Sends a file, reads it as the mapping says, and waits for the job. */
  async read(
    what: 'data/check' | 'data/import' | 'places/check' | 'places/import',
    content: string | Uint8Array,
    mapping: Mapping | string | object,
    more: { readonly acceptRejected?: boolean } = {},
  ): Promise<FinishedJob> {
    const file = await this.upload(content);
    const answer = await this.send(`/${what}`, { file, mapping, ...more });
    const { job } = z.object({ job: z.string() }).parse(await answer.json());
    await jobsEnded(this.house.database);
    return Job.parse(await this.json(`/jobs/${job}`));
  }
}

/** A new partnership, with somebody who may import. */
export async function dataRoom(house: TestHouse, name = 'Testshire'): Promise<DataRoom> {
  const partnership = await house.makePartnership(name);
  return new DataRoom(house, partnership, await house.signIn(partnership, 'analyst'));
}
