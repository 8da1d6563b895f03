import { number, type Bar, type Chart } from '@freehold/core/document';
import { escaped } from './escaped.ts';

/**
 * The interval chart as inline SVG: one row a topic, the dot its score, the bar its range, the words at the
 * right. It reads in black and white; paler means that less was answered; a ring claims no range.
 */
export function chart({ title, note, groups }: Chart): string {
  const rows = placed(groups);
  const height = top + rows.length * row + 8;
  return [
    `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="chart-title chart-note" xmlns="http://www.w3.org/2000/svg">`,
    `<title id="chart-title">${escaped(title)}</title><desc id="chart-note">${escaped(note)}</desc>`,
    ...axis(height),
    ...rows.map(({ group, bar }, at) => {
      const y = top + at * row + row / 2;
      return group !== null ? heading(group, y) : bar !== null ? drawn(bar, y) : '';
    }),
    '</svg>',
  ].join('\n');
}

const width = 680;
const from = 292;
const to = 520;
const row = 21;
const top = 34;

type Row = { readonly group: string | null; readonly bar: Bar | null };

function placed(groups: Chart['groups']): readonly Row[] {
  return groups.flatMap(({ title, bars }) => [
    { group: title, bar: null },
    ...bars.map((bar) => ({ group: null, bar })),
  ]);
}

function x(score: number): number {
  return Math.round((from + ((to - from) * score) / 4) * 10) / 10;
}

function axis(height: number): readonly string[] {
  return [0, 1, 2, 3, 4].map(
    (point) =>
      `<line x1="${x(point)}" x2="${x(point)}" y1="${top - 8}" y2="${height - 8}" stroke="#ccc" stroke-width="1"/>` +
      `<text x="${x(point)}" y="${top - 15}" text-anchor="middle" class="axis">${point}</text>`,
  );
}

function heading(title: string, y: number): string {
  return `<text x="0" y="${y + 5}" class="group">${escaped(title)}</text>`;
}

function drawn(bar: Bar, y: number): string {
  const { code, title, score, low, high, coverage, label } = bar;
  const paler = Math.round(paleness(coverage) * 100) / 100;
  const marks = [
    low !== null && high !== null
      ? `<rect x="${x(low)}" y="${y - 3}" width="${Math.max(1, x(high) - x(low))}" height="6" rx="3" fill="#7d9f9a" opacity="${paler}"/>`
      : '',
    score === null
      ? ''
      : low === null
        ? `<circle cx="${x(score)}" cy="${y}" r="4" fill="#fff" stroke="#111" stroke-width="1.5"/>`
        : `<circle cx="${x(score)}" cy="${y}" r="4.5" fill="#111"/>`,
  ].join('');
  return (
    `<g><text x="0" y="${y + 4}">${escaped(`${code} ${title}`)}</text>` +
    `${marks}<text x="${to + 16}" y="${y + 4}" class="says">${escaped(short(bar, label))}</text></g>`
  );
}

/** How strongly a range is drawn: a third where next to nothing was answered, in full where all was. */
export function paleness(coverage: number): number {
  return 0.35 + 0.65 * coverage;
}

function short({ score, low, high }: Bar, label: string): string {
  if (score === null) return '–';
  if (low === null || high === null) return number(score, 1);
  return label.replace(', between ', ' (').replace(' and ', ' to ') + ')';
}
