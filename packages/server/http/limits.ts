import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { bodyLimit } from 'hono/body-limit';
import { problem } from '@freehold/core/problem';
import type { Clock } from '../ports.ts';
import { addressOf } from './address.ts';
import type { Env, House } from './house.ts';
import { refuse } from './problem.ts';
import { Tally } from './tally.ts';

type Rooms = Pick<House, 'config' | 'ports'>;

/** Requests a minute from one address when nothing else is set: a whole council behind one address fits in. */
export const usualPerMinute = 3000;
const missesPerMinute = 30;

/**
 * Refuses an address that asks more than `config.requestsPerMinute` times a minute. It stands before the audit:
 * a flood must not become a flood of rows. What is refused here has reached nothing.
 */
export function unhurried(house: Rooms) {
  const most = house.config.requestsPerMinute ?? usualPerMinute;
  const asked = new Tally();
  return createMiddleware<Env>(async (c, next) => {
    const now = house.ports.clock.now();
    if (asked.add(addressOf(c, house), now) > most) return wait(c, house.ports.clock);
    return next();
  });
}

/**
 * Refuses an address that keeps trying tokens that open nothing. Only misses count, so that many people behind
 * one address can use their own links; over the limit a right token is refused too, or the refusal would tell.
 */
export function unguessed(house: Rooms) {
  const missed = new Tally();
  return createMiddleware<Env>(async (c, next) => {
    const { clock } = house.ports;
    const address = addressOf(c, house);
    if (missed.of(address, clock.now()) >= missesPerMinute) return wait(c, clock);
    await next();
    if (c.res.status === 404) missed.add(address, clock.now());
    return undefined;
  });
}

const jsonBytes = 2 * 1024 * 1024;
const fileBytes = 64 * 1024 * 1024;
const takesRelease = /\/releases$/;
const takesFiles = /\/(files|(frameworks|survey-instruments)\/import)$/;

/**
 * Holds request bodies to a size: small where JSON is sent, but for a release, which is files as texts; where a file is
 * sent, the most that any room takes, and the room measures by its own limit while the file streams in.
 */
export function bodiesWithin() {
  const json = bodyLimit({ maxSize: jsonBytes, onError: (c) => tooLarge(c, jsonBytes) });
  const release = bodyLimit({ maxSize: fileBytes, onError: (c) => tooLarge(c, fileBytes) });
  return createMiddleware<Env>(async (c, next) => {
    if (takesRelease.test(c.req.path)) return release(c, next);
    if (!takesFiles.test(c.req.path)) return json(c, next);
    if (Number(c.req.header('content-length') ?? 0) > fileBytes) return tooLarge(c, fileBytes);
    return next();
  });
}

function tooLarge(c: Context, mostBytes: number) {
  return refuse(c, 413, [problem('too-large', { mostBytes })]);
}

function wait(c: Context, clock: Clock) {
  const seconds = Tally.secondsLeft(clock.now());
  c.header('retry-after', String(seconds));
  return refuse(c, 429, [problem('too-many-requests', { seconds })]);
}
