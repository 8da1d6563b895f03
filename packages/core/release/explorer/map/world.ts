import { z } from 'zod';
import { countryMeant } from '../../../country.ts';
import type { Gazetteer } from './gazetteer.ts';
import type { PackedShapes } from './packed.ts';
import shipped from './world.json' with { type: 'json' };

const World = z.object({ unit: z.number(), shapes: z.record(z.string(), z.string()) });
const { unit, shapes } = World.parse(shipped);
const codes = Object.keys(shapes);

/**
 * Countries as a map of the world shows them, by their codes of ISO 3166-1: outlines of the larger ones at
 * 1 : 110,000,000, and a point for each. Source: Natural Earth, which is in the public domain.
 */
export const world: PackedShapes = { unit, shapes: Object.entries(shapes) };

/** Finds the country that a value says, by name, nationality or code. */
export const countriesByName: Gazetteer = (value) => {
  const code = countryMeant(value);
  const at = code === null ? -1 : codes.indexOf(code);
  return at < 0 ? null : at;
};
