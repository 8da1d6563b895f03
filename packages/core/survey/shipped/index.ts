import { Instrument } from '../instrument.ts';
import relationships from './member-relationships.json' with { type: 'json' };
import mapping from './national-mapping.json' with { type: 'json' };
import setUp from './set-up-check.json' with { type: 'json' };
import trust from './trust-and-communication.json' with { type: 'json' };

/** The instruments that every installation has. Each says in `statement` what is from a source and what is ours. */
export const shippedInstruments: readonly Instrument[] = [relationships, mapping, setUp, trust].map(
  (each) => Instrument.parse(each),
);
