/** How the HTML report looks, on a screen and on paper: black on white in both, whatever the device prefers. */
export const look = `
:root { color-scheme: light; --ink: #161412; --soft: #4c463d; --rule: #cfc8bb; --accent: #175c56;
  --serif: 'Source Serif 4 Variable', 'Source Serif 4', 'Iowan Old Style', Palatino, Georgia, serif;
  --sans: 'Source Sans 3 Variable', 'Source Sans 3', 'Segoe UI', system-ui, sans-serif; }
section:focus-visible { outline: 2px solid var(--accent); outline-offset: 6px; }
* { box-sizing: border-box; }
html { background: #fff; color: var(--ink); }
body { margin: 0 auto; padding: 3rem 1.5rem 6rem; max-width: 50rem; font: 1.0625rem/1.55 var(--sans);
  font-variant-numeric: tabular-nums; overflow-wrap: break-word; }
h1, h2, h3 { font-family: var(--serif); font-weight: 600; line-height: 1.2; text-wrap: balance; }
h1 { font-size: 2.4rem; margin: 0.25rem 0 0.5rem; letter-spacing: -0.01em; }
h2 { font-size: 1.6rem; margin: 3.5rem 0 0.9rem; padding-top: 0.9rem; border-top: 1px solid var(--ink); }
h3 { font-size: 1.15rem; margin: 2.25rem 0 0.35rem; }
h3 span { display: block; font: 0.9375rem/1.4 var(--sans); color: var(--soft); }
p, ul, dl { max-width: 42rem; }
p { margin: 0 0 0.9rem; }
a { color: var(--accent); }
.partnership { font-size: 0.9375rem; color: var(--soft); margin: 0; }
.subtitle { font-size: 1.0625rem; color: var(--soft); }
.made-up { display: inline-block; margin: 0 0 1.5rem; padding: 0.15rem 0.6rem; border: 1.5px solid var(--ink);
  font-weight: 600; font-size: 0.9375rem; }
.lead { font: 1.2rem/1.5 var(--serif); }
.note { font-size: 0.9375rem; color: var(--soft); }
ul { padding: 0; margin: 0 0 1.25rem; list-style: none; }
li { margin: 0 0 0.6rem; }
#part-1 li { margin-bottom: 0.85rem; font: 1.125rem/1.5 var(--serif); }
#part-1 li strong { display: block; font: 600 0.875rem/1.5 var(--sans); color: var(--accent); }
nav h2 { font-size: 1.15rem; border: 0; margin: 2.5rem 0 0.5rem; padding: 0; }
nav ol { columns: 2; column-gap: 2rem; padding-left: 1.5rem; margin: 0; }
nav li { margin: 0 0 0.3rem; break-inside: avoid; }
dl { display: grid; grid-template-columns: minmax(7rem, 11rem) 1fr; gap: 0.4rem 1.25rem; margin: 0 0 1.5rem; }
dt { color: var(--soft); }
dd { margin: 0; }
table { width: 100%; border-collapse: collapse; margin: 0.75rem 0 1.5rem; font-size: 0.9375rem; line-height: 1.4;
  table-layout: fixed; }
caption { text-align: left; font-weight: 600; padding-bottom: 0.4rem; }
th, td { text-align: left; vertical-align: top; padding: 0.4rem 0.75rem 0.4rem 0; font-weight: 400;
  border-bottom: 1px solid var(--rule); }
th:last-child, td:last-child { padding-right: 0; }
thead th { color: var(--soft); font-size: 0.875rem; vertical-align: bottom; border-bottom: 1px solid var(--ink); }
.figures { text-align: right; }
.figures + :not(.figures) { padding-left: 0.75rem; }
ul.small { font-size: 0.875rem; line-height: 1.4; }
ul.small li { margin-bottom: 0.35rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
figure { margin: 1rem 0 2rem; }
figcaption { font-size: 0.9375rem; color: var(--soft); margin-bottom: 0.75rem; max-width: 42rem; }
figcaption strong { display: block; font: 600 1.15rem/1.4 var(--serif); color: var(--ink); }
svg { max-width: 100%; height: auto; }
svg text { font: 12px var(--sans); fill: #161412; }
svg .group { font: 600 13px var(--serif); }
svg .axis { fill: #4c463d; }
svg .says { font-variant-numeric: tabular-nums; }
@media (max-width: 40rem) {
  body { padding: 1.5rem 1rem 4rem; }
  h1 { font-size: 1.8rem; }
  nav ol { columns: 1; }
  dl { grid-template-columns: 1fr; gap: 0; }
  dd { margin-bottom: 0.6rem; }
  section { overflow-x: auto; }
  table, svg { min-width: 46rem; }
}
@media print {
  body { max-width: none; padding: 0; font-size: 10.5pt; line-height: 1.45; }
  h1 { font-size: 24pt; }
  .subtitle { font-size: 10pt; }
  .made-up { margin-bottom: 4mm; }
  h2 { font-size: 17pt; margin: 0 0 4mm; padding-top: 3mm; }
  h3 { font-size: 12pt; margin: 7mm 0 1mm; }
  h3 span { font-size: 9.5pt; }
  h2, h3, caption, thead { break-after: avoid; }
  .lead { font-size: 12pt; }
  .note { font-size: 9.5pt; }
  #part-1 { margin-top: 7mm; }
  #part-1 li { font-size: 11pt; line-height: 1.4; margin-bottom: 2.2mm; }
  #part-1 li strong { font-size: 9.5pt; }
  section { margin-top: 10mm; }
  .new-page { break-before: page; margin-top: 0; }
  ul.small { columns: 2; column-gap: 8mm; font-size: 8pt; }
  nav { display: none; }
  table { font-size: 8.75pt; margin: 2mm 0 4mm; }
  thead th { font-size: 8.5pt; }
  th, td { padding: 1mm 2.5mm 1mm 0; }
  tr, li, figure, dt, dd, h3, .short { break-inside: avoid; }
  p { orphans: 3; widows: 3; }
  a { color: inherit; text-decoration: none; }
  svg rect, svg circle { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  p, ul, dl { max-width: none; }
}
`;
