const minute = 60_000;
const mostAddresses = 50_000;

/**
 * Counts by address within a minute of the clock, in memory. Every minute begins at nothing, so that what is
 * held stays small; when more addresses come in a minute than are held, the newcomers share one count.
 */
export class Tally {
  #minute = 0;
  #counts = new Map<string, number>();

  /** Counts one more and says how many that makes. */
  add(address: string, now: Date): number {
    const count = this.of(address, now) + 1;
    this.#counts.set(this.#keyOf(address), count);
    return count;
  }

  of(address: string, now: Date): number {
    const current = Math.floor(now.getTime() / minute);
    if (current !== this.#minute) {
      this.#minute = current;
      this.#counts = new Map();
    }
    return this.#counts.get(this.#keyOf(address)) ?? 0;
  }

  #keyOf(address: string): string {
    const key = network(address);
    return this.#counts.has(key) || this.#counts.size < mostAddresses ? key : 'others';
  }

  /** Seconds until counting begins anew; at least one. */
  static secondsLeft(now: Date): number {
    return Math.ceil((minute - (now.getTime() % minute)) / 1000);
  }
}

/** An IPv6 caller owns a whole network of 64 bits: its addresses count as one. */
function network(address: string): string {
  return address.includes(':') && !address.includes('.')
    ? address.split(':').slice(0, 4).join(':')
    : address;
}
