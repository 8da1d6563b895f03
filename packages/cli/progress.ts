/** Tells how far a long run is; `step` begins a part of it, and gives what is told of its progress. */
export type Progress = {
  readonly step: (what: string) => (done: number, total: number) => void;
  /** Takes the last line off a terminal again. */
  readonly end: () => void;
};

const betweenLines = { terminal: 200, text: 2000 };

/**
 * Progress on standard error, with the time that is left as the part so far lets expect: one line that is written over on a
 * terminal; with --progress elsewhere too, as lines; otherwise nothing.
 */
export function progress(words: readonly string[]): Progress {
  const terminal = process.stderr.isTTY === true && !words.includes('--json');
  if (!terminal && !words.includes('--progress')) return { step: () => () => {}, end: () => {} };
  let said = 0;
  return {
    step: (what) => {
      const begun = performance.now();
      return (done, total) => {
        const now = performance.now();
        if (now - said < betweenLines[terminal ? 'terminal' : 'text'] && done < total) return;
        said = now;
        const line = lineOf(what, done / Math.max(1, total), (now - begun) / 1000);
        process.stderr.write(terminal ? `\r\u001B[K${line}` : `${line}\n`);
      };
    },
    end: () => {
      if (terminal) process.stderr.write('\r\u001B[K');
    },
  };
}

function lineOf(what: string, share: number, seconds: number): string {
  const percent = `${String(Math.floor(100 * Math.min(1, share))).padStart(3)} %`;
  const left = share > 0 && share < 1 ? (seconds * (1 - share)) / share : 0;
  return `${what} ${percent}${left >= 1 ? `, about ${spoken(left)} left` : ''}`;
}

/** Seconds as people say them: 40 s, 3 min, 2 h. */
export function spoken(seconds: number): string {
  if (seconds < 1) return 'under a second';
  if (seconds < 90) return `${Math.round(seconds)} s`;
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`;
}
