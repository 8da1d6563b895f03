import { checkedRegister, type Register } from '../register.ts';
import starterFile from './starter.json' with { type: 'json' };

/**
 * A small register of real studies and reviews to begin with, in words of our own, each marked with what was read of
 * it. It grades nothing: people do, after reading. [EV-20]
 */
export const starterRegister: Register = read();

function read(): Register {
  const checked = checkedRegister(starterFile);
  if (checked.ok) return checked.value;
  throw new RangeError(`the starter register does not hold together: ${JSON.stringify(checked)}`);
}
